package io.github.clerkspring.webhook.signature;

/**
 * A webhook is not accepted. Neither the message nor the reason repeats what was sent.
 */
public final class InvalidWebhookException extends RuntimeException {

	private final WebhookRejection rejection;

	/**
	 * Create the exception. It has no stack trace, as senders can cause any number of
	 * them.
	 * @param rejection the reason
	 */
	public InvalidWebhookException(WebhookRejection rejection) {
		super("Invalid webhook: " + rejection.value(), null, false, false);
		this.rejection = rejection;
	}

	/**
	 * Return the reason.
	 * @return the reason
	 */
	public WebhookRejection rejection() {
		return this.rejection;
	}

}
