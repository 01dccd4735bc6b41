package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.util.Assert;

import io.github.clerkspring.client.core.ClerkInstanceType;

/**
 * Distributes requests over time, so that they use a limited percentage of Clerk's rate
 * limit. The limit applies to a Clerk instance: 1000 requests per ten seconds, or 100 for
 * a development instance.
 */
public final class RequestPace {

	private static final Duration PERIOD = Duration.ofSeconds(10);

	private static final int PRODUCTION_LIMIT = 1000;

	private static final int DEVELOPMENT_LIMIT = 100;

	private static final int HUNDRED = 100;

	private final Duration interval;

	private final Clock clock;

	private final Sleeper sleeper;

	private Instant next = Instant.MIN;

	RequestPace(ClerkInstanceType instance, int percent, Clock clock, Sleeper sleeper) {
		Assert.isTrue(percent > 0 && percent <= HUNDRED, "percent must be from 1 to 100");
		int limit = (instance == ClerkInstanceType.PRODUCTION) ? PRODUCTION_LIMIT : DEVELOPMENT_LIMIT;
		this.interval = PERIOD.multipliedBy(HUNDRED).dividedBy((long) limit * percent);
		this.clock = clock;
		this.sleeper = sleeper;
	}

	/**
	 * Create the pace.
	 * @param instance the type of the instance
	 * @param percent the percentage of the rate limit
	 * @param clock the clock
	 * @return the pace
	 */
	public static RequestPace of(ClerkInstanceType instance, int percent, Clock clock) {
		return new RequestPace(instance, percent, clock, (duration) -> Thread.sleep(duration.toMillis()));
	}

	// Wait until the next request is permitted
	void await() throws InterruptedException {
		Instant now = this.clock.instant();
		if (now.isBefore(this.next)) {
			this.sleeper.sleep(Duration.between(now, this.next));
			now = this.next;
		}
		this.next = now.plus(this.interval);
	}

	/**
	 * Function that sleeps.
	 */
	@FunctionalInterface
	interface Sleeper {

		void sleep(Duration duration) throws InterruptedException;

	}

}
