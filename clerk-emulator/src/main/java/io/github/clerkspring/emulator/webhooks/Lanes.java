package io.github.clerkspring.emulator.webhooks;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Lanes of all endpoints, in the order of their addition. Guarded by the lock of the
 * engine.
 */
final class Lanes {

	private static final int MAXIMUM = 50;

	private final Map<String, Lane> byEndpoint = new LinkedHashMap<>();

	void requireRoom() {
		if (this.byEndpoint.size() == MAXIMUM) {
			throw new IllegalStateException("There are " + MAXIMUM + " webhook endpoints already; remove one first");
		}
	}

	void add(Lane lane) {
		this.byEndpoint.put(lane.endpoint().id(), lane);
	}

	@Nullable Lane remove(String endpointId) {
		return this.byEndpoint.remove(endpointId);
	}

	Collection<Lane> all() {
		return Collections.unmodifiableCollection(this.byEndpoint.values());
	}

	List<Lane> taking(String type) {
		return all().stream().filter((lane) -> lane.endpoint().takes(type)).toList();
	}

	/**
	 * The messages that wait.
	 * @return their ids, each once
	 */
	Set<String> waiting() {
		Set<String> waiting = new LinkedHashSet<>();
		all().forEach((lane) -> waiting.addAll(lane.waiting()));
		return waiting;
	}

	/**
	 * Puts messages in front of the others.
	 * @param order their ids
	 * @throws IllegalArgumentException if one of them does not wait
	 */
	void reorder(Collection<String> order) {
		Set<String> waiting = waiting();
		for (String id : order) {
			if (!waiting.contains(id)) {
				throw new IllegalArgumentException("No webhook " + id + " is held back");
			}
		}
		all().forEach((lane) -> lane.reorder(order));
	}

	/**
	 * Drops pending messages.
	 * @param all whether permanent endpoints go too
	 */
	void clear(boolean all) {
		all().forEach(Lane::clear);
		this.byEndpoint.values().removeIf((lane) -> all || !lane.isPermanent());
	}

}
