package io.github.clerkspring.client.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Identifier that may neither sign up nor sign in. */
public record BlocklistIdentifier(String id, @Nullable String identifier, @Nullable IdentifierType identifierType,
		@Nullable String instanceId, @Nullable Instant createdAt, @Nullable Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
