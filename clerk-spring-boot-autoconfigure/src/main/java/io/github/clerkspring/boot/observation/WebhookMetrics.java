package io.github.clerkspring.boot.observation;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.github.clerkspring.webhook.WebhookObserver;
import io.github.clerkspring.webhook.WebhookReport;

/**
 * Metrics for the number and duration of webhooks. All tags have a fixed set of values.
 */
class WebhookMetrics implements WebhookObserver {

	private final MeterRegistry registry;

	WebhookMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onDelivery(WebhookReport report) {
		Counter.builder("clerk.webhooks.deliveries")
			.description("Webhooks that were received, and attempts of the worker")
			.tag("type", report.type())
			.tag("outcome", report.outcome().value())
			.register(this.registry)
			.increment();
		timer("clerk.webhooks.handling", "Time until the response to a webhook, or of an attempt of the worker", report)
			.record(report.handling());
		Duration lag = report.lag();
		if (lag != null) {
			timer("clerk.webhooks.lag", "Time from the event until it was handled", report).record(lag);
		}
	}

	private Timer timer(String name, String description, WebhookReport report) {
		return Timer.builder(name).description(description).tag("type", report.type()).register(this.registry);
	}

}
