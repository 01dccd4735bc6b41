package io.github.clerkspring.webhook.inbox;

import java.time.Instant;

/**
 * A webhook whose signature was verified.
 *
 * @param id the id, the same for each repetition
 * @param type the type of the event
 * @param eventTime when the event happened, according to Clerk
 * @param receivedAt when the delivery was received
 * @param body the body as it was received; it may contain personal data
 */
public record Delivery(String id, String type, Instant eventTime, Instant receivedAt, byte[] body) {

	@Override
	public String toString() {
		return this.type + " " + this.id;
	}

}
