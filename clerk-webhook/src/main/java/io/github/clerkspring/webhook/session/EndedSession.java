package io.github.clerkspring.webhook.session;

import java.time.Instant;

import org.springframework.util.Assert;

/**
 * Ended session, or user who was deleted, banned or unbanned.
 *
 * @param type the type of the entry
 * @param id the id of the session or the user
 * @param blocked whether tokens are rejected
 * @param changedAt the time of the change in Clerk
 * @param recordedAt the time at which the event was received
 */
public record EndedSession(Type type, String id, boolean blocked, Instant changedAt, Instant recordedAt) {

	public EndedSession {
		Assert.hasText(id, "id must not be empty");
	}

	/**
	 * Type of an entry.
	 */
	public enum Type {

		/** Session with the given id. */
		SESSION,

		/** All sessions of the user with the given id. */
		USER

	}

}
