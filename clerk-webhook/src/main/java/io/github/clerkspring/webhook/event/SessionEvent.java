package io.github.clerkspring.webhook.event;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.session.Session;
import io.github.clerkspring.client.user.User;

/**
 * Something that happened to a session.
 */
public sealed interface SessionEvent extends ClerkEvent {

	/**
	 * The session began.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 * @param user the user, if Clerk sent it
	 */
	record Created(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

	/**
	 * The session began, but the user has tasks to complete first.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 * @param user the user, if Clerk sent it
	 */
	record Pending(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

	/**
	 * The user signed out.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 * @param user the user, if Clerk sent it
	 */
	record Ended(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

	/**
	 * The session was removed from its client.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 * @param user the user, if Clerk sent it
	 */
	record Removed(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

	/**
	 * The session was revoked.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 * @param user the user, if Clerk sent it
	 */
	record Revoked(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

}
