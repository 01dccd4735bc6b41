package io.github.clerkspring.webhook.sync;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Result of a {@link ClerkReconciliation}.
 *
 * @param drifts the differences of each type of objects
 * @param finished whether all objects were compared, which is not the case after a
 * failure or a stop
 */
public record ReconciliationReport(List<Drift> drifts, boolean finished) {

	public ReconciliationReport {
		drifts = List.copyOf(drifts);
	}

	@Override
	public String toString() {
		return this.drifts.stream()
			.map((drift) -> String.format(Locale.ROOT, "%d of type %s (%d missing, %d stale, %d left over)",
					drift.checked(), drift.type().name().toLowerCase(Locale.ROOT), drift.count(DriftType.MISSING),
					drift.count(DriftType.STALE), drift.count(DriftType.LEFT_OVER)))
			.collect(Collectors.joining(", "));
	}

}
