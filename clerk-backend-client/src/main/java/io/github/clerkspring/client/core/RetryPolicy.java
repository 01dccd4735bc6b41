package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.util.Assert;

/**
 * Limits on retries. A 429 is retried for every method, as Clerk did not execute the
 * call; 502, 503, 504 and connection failures are retried for GET, HEAD, PUT and DELETE
 * only.
 *
 * @param maxAttempts the maximum number of attempts of a call, including the first
 * @param maxElapsed the time since the start of a call after which it is no longer
 * retried
 * @param maxRetryAfter the longest wait requested by Clerk that is accepted; a call with
 * a longer one fails immediately
 * @param budget the retry budget shared by all calls of the client: each retry consumes
 * one unit, each successful call restores one, and a call is not retried when the budget
 * is exhausted
 */
public record RetryPolicy(int maxAttempts, Duration maxElapsed, Duration maxRetryAfter, int budget) {

	private static final int DEFAULT_BUDGET = 100;

	/**
	 * Three attempts within 30 seconds, a requested wait of at most 10 seconds, and a
	 * budget of 100 retries.
	 */
	public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofSeconds(30), Duration.ofSeconds(10));

	/** A single attempt. */
	public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 0);

	private static final String ATTRIBUTE = RetryPolicy.class.getName();

	public RetryPolicy {
		Assert.isTrue(maxAttempts >= 1, "maxAttempts must be at least 1");
		Assert.isTrue(!maxElapsed.isNegative(), "maxElapsed must not be negative");
		Assert.isTrue(!maxRetryAfter.isNegative(), "maxRetryAfter must not be negative");
		Assert.isTrue(budget >= 0, "budget must not be negative");
	}

	/**
	 * Create a policy with a budget of 100 retries.
	 * @param maxAttempts the maximum number of attempts of a call, including the first
	 * @param maxElapsed the time since the start of a call after which it is no longer
	 * retried
	 * @param maxRetryAfter the longest wait requested by Clerk that is accepted
	 */
	public RetryPolicy(int maxAttempts, Duration maxElapsed, Duration maxRetryAfter) {
		this(maxAttempts, maxElapsed, maxRetryAfter, DEFAULT_BUDGET);
	}

	/**
	 * Return a customizer of request attributes that applies this policy to a single
	 * request of {@link io.github.clerkspring.client.ClerkBackendClient#webClient()}. The
	 * budget remains that of the client.
	 */
	public Consumer<Map<String, Object>> forRequest() {
		return (attributes) -> attributes.put(ATTRIBUTE, this);
	}

	/**
	 * Return the policy of a request.
	 * @param attributes the attributes of the request
	 * @return the policy set by {@link #forRequest()}, or this policy if there is none
	 */
	public RetryPolicy effectiveFor(Map<String, Object> attributes) {
		return (attributes.get(ATTRIBUTE) instanceof RetryPolicy policy) ? policy : this;
	}

}
