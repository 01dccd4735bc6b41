package io.github.clerkspring.emulator.webhooks;

/**
 * Flaw of a webhook that receivers must reject. A webhook with a flaw is not retried.
 */
public enum WebhookFlaw {

	/** Signed with another secret. */
	WRONG_SIGNATURE,

	/** Signed well, ten minutes ago. */
	OLD_TIMESTAMP,

	/** Signed well, in ten minutes. */
	FUTURE_TIMESTAMP,

	/** Changed after it was signed, though still good JSON. */
	CHANGED_BODY,

	/** Without the three headers. */
	UNSIGNED

}
