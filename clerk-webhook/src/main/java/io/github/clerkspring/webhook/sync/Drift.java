package io.github.clerkspring.webhook.sync;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Differences between Clerk and the stored state, for a single type of objects.
 *
 * @param type the type of the objects
 * @param checked the number of objects of Clerk that were compared
 * @param repaired the number of repaired differences of each type
 */
public record Drift(SyncType type, long checked, Map<DriftType, Long> repaired) {

	public Drift {
		Map<DriftType, Long> all = new EnumMap<>(DriftType.class);
		for (DriftType each : DriftType.values()) {
			all.put(each, repaired.getOrDefault(each, 0L));
		}
		repaired = Collections.unmodifiableMap(all);
	}

	/**
	 * Return the number of repaired differences of a type.
	 * @param difference the type of difference
	 * @return the number
	 */
	public long count(DriftType difference) {
		return this.repaired.getOrDefault(difference, 0L);
	}

}
