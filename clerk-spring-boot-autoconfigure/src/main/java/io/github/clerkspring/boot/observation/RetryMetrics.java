package io.github.clerkspring.boot.observation;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.github.clerkspring.client.core.RetryListener;

/**
 * Metrics for retries, for calls that are not retried because the retry budget is
 * exhausted, and for the delays requested with {@code Retry-After}.
 */
class RetryMetrics implements RetryListener {

	private final MeterRegistry registry;

	RetryMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onRetry(String operation, Reason reason, Duration wait) {
		count(operation, reason, "retried");
		if (reason == Reason.RATE_LIMITED) {
			Timer.builder("clerk.client.rate.limit.waits")
				.description("Waits that Clerk's rate limit caused")
				.tag("operation", operation)
				.register(this.registry)
				.record(wait);
		}
	}

	@Override
	public void onBudgetExhausted(String operation, Reason reason) {
		count(operation, reason, "budget_exhausted");
	}

	private void count(String operation, Reason reason, String outcome) {
		Counter.builder("clerk.client.retries")
			.description("Failed attempts that were followed by another one, or would have been with a retry budget")
			.tag("operation", operation)
			.tag("reason", reason.name().toLowerCase(Locale.ROOT))
			.tag("outcome", outcome)
			.register(this.registry)
			.increment();
	}

}
