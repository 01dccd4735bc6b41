package io.github.clerkspring.boot.observation;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.InboxSize;
import io.github.clerkspring.webhook.inbox.InboxUnavailableException;

/**
 * Metrics for the number of webhooks in an inbox. They are counted at most once every ten
 * seconds.
 */
class InboxMetrics implements MeterBinder {

	private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

	private final Inbox inbox;

	private final LongSupplier nanoTime;

	private @Nullable InboxSize size;

	private boolean counted;

	private long countedAt;

	InboxMetrics(Inbox inbox, LongSupplier nanoTime) {
		this.inbox = inbox;
		this.nanoTime = nanoTime;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge("pending", InboxSize::pending, registry);
		gauge("handled", InboxSize::handled, registry);
		gauge("dropped", InboxSize::dropped, registry);
		Gauge.builder("clerk.webhooks.dead.letters", this, (metrics) -> metrics.count(InboxSize::dead))
			.description("Webhooks whose last attempt failed")
			.register(registry);
	}

	private void gauge(String state, ToLongFunction<InboxSize> part, MeterRegistry registry) {
		Gauge.builder("clerk.webhooks.inbox.size", this, (metrics) -> metrics.count(part))
			.description("Webhooks that the inbox remembers")
			.tag("state", state)
			.register(registry);
	}

	private double count(ToLongFunction<InboxSize> part) {
		InboxSize current = size();
		return (current != null) ? part.applyAsLong(current) : Double.NaN;
	}

	private synchronized @Nullable InboxSize size() {
		long now = this.nanoTime.getAsLong();
		if (!this.counted || now - this.countedAt >= INTERVAL) {
			this.counted = true;
			this.countedAt = now;
			this.size = read();
		}
		return this.size;
	}

	private @Nullable InboxSize read() {
		try {
			return this.inbox.size();
		}
		catch (InboxUnavailableException ex) {
			return null;
		}
	}

}
