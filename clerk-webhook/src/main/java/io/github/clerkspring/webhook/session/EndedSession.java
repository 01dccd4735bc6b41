package io.github.clerkspring.webhook.session;

import java.time.Instant;

import org.springframework.util.Assert;

/**
 * A session that has ended, or a user who was deleted, banned or unbanned.
 *
 * @param type whether it is a session or a user
 * @param id the id of the session or the user
 * @param blocked whether tokens are refused
 * @param changedAt when Clerk changed it
 * @param recordedAt when its event was received
 */
public record EndedSession(Type type, String id, boolean blocked, Instant changedAt, Instant recordedAt) {

	public EndedSession {
		Assert.hasText(id, "id must not be empty");
	}

	/**
	 * What has ended.
	 */
	public enum Type {

		/** Session, by its id. */
		SESSION,

		/** All sessions of a user, by the id of the user. */
		USER

	}

}
