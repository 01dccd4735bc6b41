package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Exponential backoff between attempts. The jitter is proportional to the wait, so that
 * calls that fail at the same time are not retried at the same time.
 */
class Backoff {

	private static final Duration FIRST_WAIT = Duration.ofMillis(200);

	private static final int MAX_DOUBLINGS = 10;

	private static final int ASKED_TO_JITTER = 4;

	private final Duration firstWait;

	private final DoubleSupplier random;

	/**
	 * Create the backoff of a client.
	 * @param random returns numbers from 0 (inclusive) to 1 (exclusive)
	 */
	Backoff(DoubleSupplier random) {
		this(FIRST_WAIT, random);
	}

	Backoff(Duration firstWait, DoubleSupplier random) {
		this.firstWait = firstWait;
		this.random = random;
	}

	/**
	 * Return the wait after an attempt: the wait requested by the server plus up to 25%,
	 * or else a wait that doubles with each attempt plus up to 100%.
	 */
	Duration after(int attempt, @Nullable Duration asked) {
		if (asked == null) {
			Duration wait = this.firstWait.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
			return wait.plus(jitter(wait));
		}
		Duration most = asked.dividedBy(ASKED_TO_JITTER);
		return asked.plus(jitter((most.compareTo(this.firstWait) > 0) ? most : this.firstWait));
	}

	private Duration jitter(Duration most) {
		return Duration.ofMillis((long) (most.toMillis() * this.random.getAsDouble()));
	}

}
