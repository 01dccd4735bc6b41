package io.github.clerkspring.webhook.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is common to all events.
 *
 * @param deliveryId the id of the delivery, the same for each repetition
 * @param type the type, such as {@code user.created}
 * @param time when it happened, according to Clerk
 * @param instanceId the id of the instance of Clerk
 * @param clientAddress the address of the client that caused the event, or {@code null}
 * if no client did
 * @param userAgent the program of that client
 */
public record EventEnvelope(String deliveryId, String type, Instant time, @Nullable String instanceId,
		@Nullable String clientAddress, @Nullable String userAgent) {

	@Override
	public String toString() {
		return this.type + " " + this.deliveryId;
	}

}
