package io.github.clerkspring.webhook.event;

/**
 * Event of a subscription of a single plan.
 */
public sealed interface SubscriptionItemEvent extends ClerkEvent {

	/**
	 * The item was created. This type is only defined in Clerk's SDK.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item became active.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Active(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item was canceled and ends with the current period.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Canceled(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item begins with the next period.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Upcoming(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The item ended.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Ended(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The first payment was not made in time.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Abandoned(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The first payment is outstanding.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Incomplete(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * A payment is overdue.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record PastDue(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

	/**
	 * The free trial ends soon.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record FreeTrialEnding(EventEnvelope envelope, SubscriptionItem data) implements SubscriptionItemEvent {

	}

}
