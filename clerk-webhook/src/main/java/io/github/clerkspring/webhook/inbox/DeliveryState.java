package io.github.clerkspring.webhook.inbox;

/**
 * State of a delivery in an {@link Inbox}.
 */
public enum DeliveryState {

	/** Accepted, and not yet handled. */
	PENDING,

	/** Handled. */
	HANDLED,

	/** Not handled after the last attempt. The body is kept. */
	DEAD,

	/** A dead letter that was given up. */
	DROPPED

}
