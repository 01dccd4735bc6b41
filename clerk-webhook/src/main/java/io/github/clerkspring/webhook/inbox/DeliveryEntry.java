package io.github.clerkspring.webhook.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link Inbox} shows of a delivery. It contains no personal data.
 *
 * @param id the id of the delivery
 * @param type the type of the event
 * @param state the state
 * @param eventTime when the event happened, according to Clerk
 * @param receivedAt when the delivery was received
 * @param handledAt when it was handled
 * @param attempts how often the worker has begun to handle it
 * @param nextAttemptAt when it is due, if it is pending
 * @param failure the class of the last exception
 */
public record DeliveryEntry(String id, String type, DeliveryState state, Instant eventTime, Instant receivedAt,
		@Nullable Instant handledAt, int attempts, @Nullable Instant nextAttemptAt, @Nullable String failure) {

}
