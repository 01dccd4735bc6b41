package io.github.clerkspring.client.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * A user's stay in one client, from signing in to signing out.
 *
 * @param actor who acts in place of the user, with at least {@code sub}; empty if the
 * user acts
 * @param expireAt when the session ends at the latest
 * @param abandonAt when the session counts as abandoned unless it is used before
 * @param tasks what the user still has to do before the session becomes active
 */
public record Session(String id, String userId, String clientId, Map<String, Object> actor, SessionStatus status,
		@Nullable String lastActiveOrganizationId, Instant lastActiveAt, @Nullable Activity latestActivity,
		Instant expireAt, Instant abandonAt, Instant updatedAt, Instant createdAt, List<Task> tasks) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Device and place that a session was last used from. */
	public record Activity(String object, String id, @Nullable String deviceType, boolean isMobile,
			@Nullable String browserName, @Nullable String browserVersion, @Nullable String ipAddress,
			@Nullable String city, @Nullable String country) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** What the user has to do first, such as {@code choose-organization}. */
	public record Task(String key) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
