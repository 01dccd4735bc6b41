package io.github.clerkspring.client.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * A key by which a program acts for a user, an organization or a machine.
 *
 * @param subject the id of the user, organization or machine
 * @param secret the key itself, in the answer of the creation only
 * @param expiration when it expires, or {@code null} if never
 * @param createdBy the id of the user who created it
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
