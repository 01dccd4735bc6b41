package io.github.clerkspring.webhook.signature;

/**
 * Exception for a rejected webhook. Neither the message nor the reason contains the
 * received data.
 */
public final class InvalidWebhookException extends RuntimeException {

	private final WebhookRejection rejection;

	/**
	 * Create the exception. It has no stack trace, since senders can cause any number of
	 * exceptions.
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
