package io.github.clerkspring.client.session;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Browser or app with its sessions. */
public record Client(String id, List<String> sessionIds, List<Session> sessions, @Nullable String signInId,
		@Nullable String signUpId, @Nullable String lastActiveSessionId, @Nullable String lastAuthenticationStrategy,
		Instant updatedAt, Instant createdAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
