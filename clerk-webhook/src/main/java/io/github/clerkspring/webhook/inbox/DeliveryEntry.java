package io.github.clerkspring.webhook.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Description of a delivery in an {@link Inbox}, without personal data.
 *
 * @param id the id of the delivery
 * @param type the type of the event
 * @param state the state
 * @param eventTime the time of the event, according to Clerk
 * @param receivedAt the time at which the delivery was received
 * @param handledAt the time at which the delivery was handled
 * @param attempts the number of attempts that the worker has started
 * @param nextAttemptAt the time of the next attempt of a pending delivery
 * @param failure the class name of the last exception
 */
public record DeliveryEntry(String id, String type, DeliveryState state, Instant eventTime, Instant receivedAt,
		@Nullable Instant handledAt, int attempts, @Nullable Instant nextAttemptAt, @Nullable String failure) {

}
