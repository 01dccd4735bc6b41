package io.github.clerkspring.webhook.event;

/**
 * Something that happened to the subscription of a payer.
 */
public sealed interface SubscriptionEvent extends ClerkEvent {

	/**
	 * The subscription was created.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, Subscription data) implements SubscriptionEvent {

	}

	/**
	 * The subscription was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, Subscription data) implements SubscriptionEvent {

	}

	/**
	 * The subscription became active.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Active(EventEnvelope envelope, Subscription data) implements SubscriptionEvent {

	}

	/**
	 * A payment is overdue.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record PastDue(EventEnvelope envelope, Subscription data) implements SubscriptionEvent {

	}

}
