package io.github.clerkspring.webhook;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Report of a delivery.
 *
 * @param type the type of the event, {@code unknown} for types without an event class, or
 * {@code none} if the delivery was refused
 * @param outcome the outcome
 * @param handling the duration of the handling
 * @param lag the time from the event to the end of the handling, or {@code null} if the
 * time of the event is unknown
 */
public record WebhookReport(String type, WebhookOutcome outcome, Duration handling, @Nullable Duration lag) {

}
