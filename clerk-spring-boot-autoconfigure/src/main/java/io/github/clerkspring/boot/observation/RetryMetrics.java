package io.github.clerkspring.boot.observation;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.github.clerkspring.client.core.RetryListener;

/**
 * Counts the calls that are repeated, and sums up how long they wait for their turn when
 * Clerk asked for patience.
 */
class RetryMetrics implements RetryListener {

	private final MeterRegistry registry;

	RetryMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onRetry(String operation, Reason reason, Duration wait) {
		Counter.builder("clerk.client.retries")
			.description("Attempts that were followed by another one")
			.tag("operation", operation)
			.tag("reason", reason.name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.increment();
		if (reason == Reason.RATE_LIMITED) {
			Timer.builder("clerk.client.rate.limit.waits")
				.description("Waits that Clerk's rate limit caused")
				.tag("operation", operation)
				.register(this.registry)
				.record(wait);
		}
	}

}
