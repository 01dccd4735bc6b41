package io.github.clerkspring.emulator.webhooks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The last deliveries, oldest first. Guarded by the lock of the engine.
 */
final class DeliveryJournal {

	private static final int CAPACITY = 1000;

	private final Deque<Delivery> deliveries = new ArrayDeque<>();

	void add(Delivery delivery) {
		if (this.deliveries.size() == CAPACITY) {
			this.deliveries.removeFirst();
		}
		this.deliveries.addLast(delivery);
	}

	@Nullable WebhookMessage message(String id) {
		return this.deliveries.stream()
			.map(Delivery::message)
			.filter((message) -> message.id().equals(id))
			.findFirst()
			.orElse(null);
	}

	List<WebhookDelivery> all() {
		return this.deliveries.stream().map(Delivery::toDelivery).toList();
	}

	void clear() {
		this.deliveries.clear();
	}

}
