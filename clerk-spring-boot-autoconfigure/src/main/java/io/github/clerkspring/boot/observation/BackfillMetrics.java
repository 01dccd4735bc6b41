package io.github.clerkspring.boot.observation;

import java.util.Locale;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.github.clerkspring.webhook.sync.BackfillProgress;
import io.github.clerkspring.webhook.sync.ClerkBackfill;
import io.github.clerkspring.webhook.sync.SyncType;

/**
 * Metrics for the progress of the back-fill.
 */
class BackfillMetrics implements MeterBinder {

	private final ClerkBackfill backfill;

	BackfillMetrics(ClerkBackfill backfill) {
		this.backfill = backfill;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (SyncType type : SyncType.values()) {
			Gauge.builder("clerk.sync.backfill.progress", this, (metrics) -> metrics.progress(type))
				.description("Share of the objects that the back-fill has stored")
				.tag("type", type.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	private double progress(SyncType type) {
		return this.backfill.progress()
			.stream()
			.filter((progress) -> progress.type() == type)
			.mapToDouble(BackfillProgress::share)
			.findFirst()
			.orElse(Double.NaN);
	}

}
