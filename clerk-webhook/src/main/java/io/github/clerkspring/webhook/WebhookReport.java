package io.github.clerkspring.webhook;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is reported of a delivery.
 *
 * @param type the type of the event: one of a closed set, {@code unknown} for all other
 * types, or {@code none} if the delivery was refused
 * @param outcome the result
 * @param handling how long it took
 * @param lag how long after the event it was finished, or {@code null} if the time of the
 * event is not known
 */
public record WebhookReport(String type, WebhookOutcome outcome, Duration handling, @Nullable Duration lag) {

}
