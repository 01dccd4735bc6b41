package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.user.User;

/**
 * Something that happened to a user.
 */
public sealed interface UserEvent extends ClerkEvent {

	/**
	 * The user was created.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, User data) implements UserEvent {

	}

	/**
	 * The user was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, User data) implements UserEvent {

	}

	/**
	 * The user was deleted.
	 *
	 * @param envelope what is common to all events
	 * @param data the id of what was deleted
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements UserEvent {

	}

}
