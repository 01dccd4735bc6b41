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
 * @param budget how many repetitions all calls of the client have in reserve; each takes
 * one, each successful call gives one back, and without any a failed call is not repeated
 */
public record RetryPolicy(int maxAttempts, Duration maxElapsed, Duration maxRetryAfter, int budget) {

	private static final int DEFAULT_BUDGET = 100;

	/**
	 * Three attempts within 30 seconds, waiting up to 10 seconds on demand, and 100
	 * repetitions in reserve.
	 */
	public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofSeconds(30), Duration.ofSeconds(10));

	public RetryPolicy {
		Assert.isTrue(maxAttempts >= 1, "maxAttempts must be at least 1");
		Assert.isTrue(!maxElapsed.isNegative(), "maxElapsed must not be negative");
		Assert.isTrue(!maxRetryAfter.isNegative(), "maxRetryAfter must not be negative");
		Assert.isTrue(budget >= 0, "budget must not be negative");
	}

	/**
	 * Create a policy with a budget of 100 repetitions.
	 * @param maxAttempts how many attempts a call has, the first included
	 * @param maxElapsed how long after its beginning a call may still be repeated
	 * @param maxRetryAfter the longest wait that Clerk may ask for
	 */
	public RetryPolicy(int maxAttempts, Duration maxElapsed, Duration maxRetryAfter) {
		this(maxAttempts, maxElapsed, maxRetryAfter, DEFAULT_BUDGET);
	}

}
