package io.github.clerkspring.client.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Identifier that may sign up, with its invitation, if any. */
public record AllowlistIdentifier(String id, @Nullable String invitationId, @Nullable String identifier,
		@Nullable IdentifierType identifierType, @Nullable String instanceId, @Nullable Instant createdAt,
		@Nullable Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
