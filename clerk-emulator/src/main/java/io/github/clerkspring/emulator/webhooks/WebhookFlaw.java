package io.github.clerkspring.emulator.webhooks;

/**
 * What can be wrong with a webhook that a receiver has to refuse. One that is sent with a
 * flaw is not tried again.
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
