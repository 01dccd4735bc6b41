package io.github.clerkspring.webhook.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Delivery in a {@link MemoryInbox}, which guards it.
 */
final class MemoryEntry {

	final String id;

	final Instant receivedAt;

	private final String type;

	private final Instant eventTime;

	DeliveryState state;

	int attempts;

	boolean busy;

	@Nullable Instant handledAt;

	@Nullable Instant nextAttemptAt;

	@Nullable String failure;

	byte @Nullable [] body;

	MemoryEntry(Delivery delivery, DeliveryState state) {
		this.id = delivery.id();
		this.type = delivery.type();
		this.eventTime = delivery.eventTime();
		this.receivedAt = delivery.receivedAt();
		this.state = state;
	}

	boolean isUndecided() {
		// The delivery remains unknown if its handler fails
		return this.busy && this.state == DeliveryState.HANDLED;
	}

	boolean isDone() {
		return !this.busy && (this.state == DeliveryState.HANDLED || this.state == DeliveryState.DROPPED);
	}

	boolean isDue(Instant now) {
		return this.state == DeliveryState.PENDING && !this.busy && this.nextAttemptAt != null
				&& !this.nextAttemptAt.isAfter(now);
	}

	Delivery toDelivery() {
		byte[] content = this.body;
		if (content == null) {
			throw new IllegalStateException("A pending delivery has a body");
		}
		return new Delivery(this.id, this.type, this.eventTime, this.receivedAt, content);
	}

	DeliveryEntry toEntry() {
		return new DeliveryEntry(this.id, this.type, this.state, this.eventTime, this.receivedAt, this.handledAt,
				this.attempts, (this.state == DeliveryState.PENDING) ? this.nextAttemptAt : null, this.failure);
	}

}
