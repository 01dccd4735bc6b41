package io.github.clerkspring.client.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * API key for programmatic access on behalf of a user, an organization or a machine.
 *
 * @param subject the id of the user, organization or machine
 * @param secret the secret of the key, only in the response to its creation
 * @param expiration the expiration time, or {@code null} if none
 * @param createdBy the id of the user who created the key
 */
public record ApiKey(String id, String type, String subject, String name, @Nullable String description,
		Map<String, Object> claims, List<String> scopes, @Nullable Secret secret, boolean revoked,
		@Nullable String revocationReason, boolean expired, @Nullable Instant expiration, @Nullable String createdBy,
		@Nullable Instant lastUsedAt, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
