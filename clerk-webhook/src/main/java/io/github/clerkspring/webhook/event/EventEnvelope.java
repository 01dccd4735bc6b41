package io.github.clerkspring.webhook.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Envelope, which is common to all events.
 *
 * @param deliveryId the id of the delivery, which is the same for all retries
 * @param type the type, such as {@code user.created}
 * @param time the time of the event, according to Clerk
 * @param instanceId the id of the instance of Clerk
 * @param clientAddress the IP address of the client that caused the event, or
 * {@code null} if it was not caused by a client
 * @param userAgent the user agent of that client
 */
public record EventEnvelope(String deliveryId, String type, Instant time, @Nullable String instanceId,
		@Nullable String clientAddress, @Nullable String userAgent) {

	@Override
	public String toString() {
		return this.type + " " + this.deliveryId;
	}

}
