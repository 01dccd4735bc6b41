package io.github.clerkspring.emulator.webhooks;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Snapshot of the delivery of a webhook to one endpoint.
 *
 * @param id the id of the message, sent as {@code svix-id}: the same for all endpoints,
 * retries and duplicates
 * @param type the type of the event, such as {@code user.created}
 * @param endpointId the id of the endpoint
 * @param state the state
 * @param attempts the tries so far, oldest first
 * @param nextAttempt when it is tried again, by the emulator's clock, or null if it is
 * not
 * @param body the body as text
 */
public record WebhookDelivery(String id, String type, String endpointId, State state, List<WebhookAttempt> attempts,
		@Nullable Instant nextAttempt, String body) {

	@Override
	public String toString() {
		return this.type + " " + this.id + " to " + this.endpointId + " " + this.state + " " + this.attempts;
	}

	/**
	 * How far a delivery has come.
	 */
	public enum State {

		/** Suspended, or waiting for previous messages. */
		QUEUED,

		/** Under way. */
		SENDING,

		/** Failed so far, to be tried again. */
		RETRYING,

		/** Taken by the receiver. */
		DELIVERED,

		/** Failed for the last time. */
		FAILED,

		/** Given up without a last try: the queue was full or the endpoint is gone. */
		DROPPED

	}

}
