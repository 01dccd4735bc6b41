package io.github.clerkspring.client.core;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How often and how long a call is repeated. A 429 is repeated for every method, since
 * Clerk did not execute the call; 502, 503, 504 and broken connections only for GET,
 * HEAD, PUT and DELETE.
 *
 * @param maxAttempts how many attempts a call has, the first included
 * @param maxElapsed how long after its beginning a call may still be repeated
 * @param maxRetryAfter the longest wait that Clerk may ask for; a call that is to wait
 * longer fails at once
 */
public record RetryPolicy(int maxAttempts, Duration maxElapsed, Duration maxRetryAfter) {

	/** Three attempts within 30 seconds, waiting up to 10 seconds on demand. */
	public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofSeconds(30), Duration.ofSeconds(10));

	public RetryPolicy {
		Assert.isTrue(maxAttempts >= 1, "maxAttempts must be at least 1");
		Assert.isTrue(!maxElapsed.isNegative(), "maxElapsed must not be negative");
		Assert.isTrue(!maxRetryAfter.isNegative(), "maxRetryAfter must not be negative");
	}

}
