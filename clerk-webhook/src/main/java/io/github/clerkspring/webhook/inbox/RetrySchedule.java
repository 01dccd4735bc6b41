package io.github.clerkspring.webhook.inbox;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * When accepted deliveries are tried again: each wait is twice as long as the one before.
 *
 * @param maxAttempts how often a delivery is tried before it becomes a dead letter
 * @param initialBackoff the wait after the first attempt
 * @param maxBackoff the longest wait
 */
public record RetrySchedule(int maxAttempts, Duration initialBackoff, Duration maxBackoff) {

	public RetrySchedule {
		Assert.isTrue(maxAttempts > 0, "maxAttempts must be positive");
		Assert.isTrue(initialBackoff.toMillis() > 0, "initialBackoff must be positive");
		Assert.isTrue(maxBackoff.compareTo(initialBackoff) >= 0, "maxBackoff must not be less than initialBackoff");
	}

	/**
	 * Return how long to wait after an attempt.
	 * @param attempt the number of the attempt, beginning with 1
	 * @return the wait
	 */
	public Duration backoff(int attempt) {
		Duration backoff = this.initialBackoff;
		for (int i = 1; i < attempt && backoff.compareTo(this.maxBackoff) < 0; i++) {
			backoff = backoff.multipliedBy(2);
		}
		return (backoff.compareTo(this.maxBackoff) < 0) ? backoff : this.maxBackoff;
	}

}
