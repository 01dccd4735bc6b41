package io.github.clerkspring.boot.observation;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import io.github.clerkspring.webhook.sync.Drift;
import io.github.clerkspring.webhook.sync.DriftType;
import io.github.clerkspring.webhook.sync.ReconciliationObserver;
import io.github.clerkspring.webhook.sync.ReconciliationReport;
import io.github.clerkspring.webhook.sync.SyncType;

/**
 * Metrics for the differences found by reconciliations. All tags have a fixed set of
 * values, and all series exist from the start.
 */
class ReconciliationMetrics implements ReconciliationObserver {

	private final MeterRegistry registry;

	ReconciliationMetrics(MeterRegistry registry) {
		this.registry = registry;
		for (SyncType type : SyncType.values()) {
			for (DriftType drift : DriftType.values()) {
				drift(type, drift);
			}
		}
		runs(true);
		runs(false);
	}

	@Override
	public void onEnd(ReconciliationReport report) {
		for (Drift drift : report.drifts()) {
			drift.repaired().forEach((type, count) -> drift(drift.type(), type).increment(count));
		}
		runs(report.finished()).increment();
	}

	private Counter drift(SyncType type, DriftType drift) {
		return Counter.builder("clerk.sync.reconciliation.drift")
			.description("Differences between Clerk and the stored state that were repaired")
			.tag("type", value(type))
			.tag("kind", value(drift))
			.register(this.registry);
	}

	private Counter runs(boolean finished) {
		return Counter.builder("clerk.sync.reconciliation.runs")
			.description("Comparisons of the stored state with Clerk")
			.tag("outcome", (finished) ? "finished" : "ended-early")
			.register(this.registry);
	}

	private static String value(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
