package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Waits between attempts. Their random part is in proportion to the wait, so that calls
 * that failed together are not repeated together.
 */
class Backoff {

	private static final Duration FIRST_WAIT = Duration.ofMillis(200);

	private static final int MAX_DOUBLINGS = 10;

	private static final int ASKED_TO_JITTER = 4;

	private final Duration firstWait;

	private final DoubleSupplier random;

	/**
	 * Create the waits of a client.
	 * @param random gives numbers from 0 (included) to 1 (excluded)
	 */
	Backoff(DoubleSupplier random) {
		this(FIRST_WAIT, random);
	}

	Backoff(Duration firstWait, DoubleSupplier random) {
		this.firstWait = firstWait;
		this.random = random;
	}

	/**
	 * Return the wait after an attempt: as long as the server asks for and up to a
	 * quarter more, else one that doubles with every attempt and up to as much more.
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
