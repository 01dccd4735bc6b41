package io.github.clerkspring.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.webhook.event.EventEnvelope;
import io.github.clerkspring.webhook.event.EventTypes;

/**
 * Notifies observers of deliveries, with a fixed set of types.
 */
final class WebhookReporter {

	private static final Log logger = LogFactory.getLog(WebhookReporter.class);

	private static final String UNKNOWN = "unknown";

	private static final String NONE = "none";

	private final List<WebhookObserver> observers;

	private final Clock clock;

	WebhookReporter(List<WebhookObserver> observers, Clock clock) {
		this.observers = List.copyOf(observers);
		this.clock = clock;
	}

	void report(@Nullable EventEnvelope envelope, WebhookOutcome outcome, long startNanos) {
		if (envelope == null) {
			report(new WebhookReport(NONE, outcome, since(startNanos), null));
		}
		else {
			report(envelope.type(), envelope.time(), outcome, startNanos);
		}
	}

	void report(String type, Instant eventTime, WebhookOutcome outcome, long startNanos) {
		Duration lag = Duration.between(eventTime, this.clock.instant());
		report(new WebhookReport(EventTypes.known().contains(type) ? type : UNKNOWN, outcome, since(startNanos),
				lag.isNegative() ? Duration.ZERO : lag));
	}

	private void report(WebhookReport report) {
		this.observers.forEach((observer) -> notify(observer, report));
	}

	// The outcome of a webhook does not depend on its observation
	private static void notify(WebhookObserver observer, WebhookReport report) {
		try {
			observer.onDelivery(report);
		}
		catch (RuntimeException ex) {
			logger.warn("An observer of webhooks failed", ex);
		}
	}

	private static Duration since(long startNanos) {
		return Duration.ofNanos(System.nanoTime() - startNanos);
	}

}
