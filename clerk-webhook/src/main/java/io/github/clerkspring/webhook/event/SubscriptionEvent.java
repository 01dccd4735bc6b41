package io.github.clerkspring.webhook.event;

/**
 * Event of a subscription of a payer.
 */
public sealed interface SubscriptionEvent extends ClerkEvent {

	/**
	 * The subscription was created.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, Subscription data) implements SubscriptionEvent {

	}

	/**
	 * The subscription was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, Subscription data) implements SubscriptionEvent {

	}

	/**
	 * The subscription became active.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Active(EventEnvelope envelope, Subscription data) implements SubscriptionEvent {

	}

	/**
	 * A payment is overdue.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record PastDue(EventEnvelope envelope, Subscription data) implements SubscriptionEvent {

	}

}
