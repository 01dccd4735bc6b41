package io.github.clerkspring.webhook.event;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.session.Session;
import io.github.clerkspring.client.user.User;

/**
 * Event of a session.
 */
public sealed interface SessionEvent extends ClerkEvent {

	/**
	 * The session was created.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 * @param user the user, or {@code null} if not sent by Clerk
	 */
	record Created(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

	/**
	 * The session was created with pending tasks of the user.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 * @param user the user, or {@code null} if not sent by Clerk
	 */
	record Pending(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

	/**
	 * The user signed out.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 * @param user the user, or {@code null} if not sent by Clerk
	 */
	record Ended(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

	/**
	 * The session was removed from its client.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 * @param user the user, or {@code null} if not sent by Clerk
	 */
	record Removed(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

	/**
	 * The session was revoked.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 * @param user the user, or {@code null} if not sent by Clerk
	 */
	record Revoked(EventEnvelope envelope, Session data, @Nullable User user) implements SessionEvent {

	}

}
