package io.github.clerkspring.webhook.inbox;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Schedule of retries of accepted deliveries. Each delay is twice as long as the
 * previous.
 *
 * @param maxAttempts the maximum number of attempts before a delivery becomes a dead
 * letter
 * @param initialBackoff the delay after the first attempt
 * @param maxBackoff the maximum delay
 */
public record RetrySchedule(int maxAttempts, Duration initialBackoff, Duration maxBackoff) {

	public RetrySchedule {
		Assert.isTrue(maxAttempts > 0, "maxAttempts must be positive");
		Assert.isTrue(initialBackoff.toMillis() > 0, "initialBackoff must be positive");
		Assert.isTrue(maxBackoff.compareTo(initialBackoff) >= 0, "maxBackoff must not be less than initialBackoff");
	}

	/**
	 * Return the delay after an attempt.
	 * @param attempt the number of the attempt, starting with 1
	 * @return the delay
	 */
	public Duration backoff(int attempt) {
		Duration backoff = this.initialBackoff;
		for (int i = 1; i < attempt && backoff.compareTo(this.maxBackoff) < 0; i++) {
			backoff = backoff.multipliedBy(2);
		}
		return (backoff.compareTo(this.maxBackoff) < 0) ? backoff : this.maxBackoff;
	}

}
