package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.user.User;

/**
 * Event of a user.
 */
public sealed interface UserEvent extends ClerkEvent {

	/**
	 * The user was created.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, User data) implements UserEvent {

	}

	/**
	 * The user was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, User data) implements UserEvent {

	}

	/**
	 * The user was deleted.
	 *
	 * @param envelope the envelope
	 * @param data the id of the deleted object
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements UserEvent {

	}

}
