package io.github.clerkspring.webhook.inbox;

import java.time.Instant;

/**
 * Webhook with a verified signature.
 *
 * @param id the id, which is the same for all retries
 * @param type the type of the event
 * @param eventTime the time of the event, according to Clerk
 * @param receivedAt the time at which the delivery was received
 * @param body the body as received, which can contain personal data
 */
public record Delivery(String id, String type, Instant eventTime, Instant receivedAt, byte[] body) {

	@Override
	public String toString() {
		return this.type + " " + this.id;
	}

}
