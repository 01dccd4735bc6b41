package io.github.clerkspring.webhook.inbox;

/**
 * State of a delivery in an {@link Inbox}.
 */
public enum DeliveryState {

	/** Accepted, but not yet handled. */
	PENDING,

	/** Handled. */
	HANDLED,

	/** Dead letter, whose last attempt failed. The body is retained. */
	DEAD,

	/** Dropped dead letter. */
	DROPPED

}
