package io.github.clerkspring.webhook;

/**
 * Is told of every delivery.
 */
@FunctionalInterface
public interface WebhookObserver {

	/**
	 * A delivery was responded to, or the worker made an attempt.
	 * @param report what happened
	 */
	void onDelivery(WebhookReport report);

}
