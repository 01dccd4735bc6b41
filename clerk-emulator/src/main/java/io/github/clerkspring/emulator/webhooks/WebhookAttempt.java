package io.github.clerkspring.emulator.webhooks;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a webhook.
 *
 * @param time when it began, by the emulator's clock
 * @param status the status of the answer, or 0 if there was none
 * @param failure why there was no answer, or null if there was one
 */
public record WebhookAttempt(Instant time, int status, @Nullable String failure) {

	/**
	 * Whether the receiver took it.
	 * @return true for a status of the 2xx family; a redirect is not followed
	 */
	public boolean succeeded() {
		return this.status >= 200 && this.status < 300;
	}

}
