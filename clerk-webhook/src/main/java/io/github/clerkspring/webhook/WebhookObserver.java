package io.github.clerkspring.webhook;

/**
 * Observer of deliveries.
 */
@FunctionalInterface
public interface WebhookObserver {

	/**
	 * Called after the response to a delivery, and after each attempt of the worker.
	 * @param report the report of the delivery
	 */
	void onDelivery(WebhookReport report);

}
