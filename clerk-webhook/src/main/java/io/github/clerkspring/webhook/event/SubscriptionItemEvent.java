package io.github.clerkspring.webhook.event;

/**
 * Something that happened to the subscription of one plan.
 */
public sealed interface SubscriptionItemEvent extends ClerkEvent {

	/**
	 * The item was created. Only Clerk's SDK knows this type.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item became active.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Active(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item was canceled and ends with its period.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Canceled(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item begins with the next period.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Upcoming(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item ended.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Ended(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The first payment was never made.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Abandoned(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The first payment is outstanding.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Incomplete(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * A payment is overdue.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record PastDue(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The free trial ends soon.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record FreeTrialEnding(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

}
