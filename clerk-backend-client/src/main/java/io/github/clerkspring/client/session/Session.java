package io.github.clerkspring.client.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Session of a user in a client.
 *
 * @param actor the actor who impersonates the user, with at least {@code sub}; empty if
 * none
 * @param expireAt the time at which the session expires
 * @param abandonAt the time at which the session is considered abandoned unless it is
 * used
 * @param tasks the tasks that the user must complete before the session becomes active
 */
public record Session(String id, String userId, String clientId, Map<String, Object> actor, SessionStatus status,
		@Nullable String lastActiveOrganizationId, Instant lastActiveAt, @Nullable Activity latestActivity,
		Instant expireAt, Instant abandonAt, Instant updatedAt, Instant createdAt, List<Task> tasks) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Device and location of the last activity of a session. */
	public record Activity(String object, String id, @Nullable String deviceType, boolean isMobile,
			@Nullable String browserName, @Nullable String browserVersion, @Nullable String ipAddress,
			@Nullable String city, @Nullable String country) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** Task that the user must complete, such as {@code choose-organization}. */
	public record Task(String key) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
