package io.github.clerkspring.client.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Token that authenticates a machine to other machines.
 *
 * @param subject the id of the machine that the token was issued to
 * @param scopes the ids of the machines that may accept the token
 * @param token the token, only in the response to its creation
 * @param expiration the expiration time, or {@code null} if none
 */
public record M2mToken(String id, String subject, Map<String, Object> claims, List<String> scopes,
		@Nullable Secret token, boolean revoked, @Nullable String revocationReason, boolean expired,
		@Nullable Instant expiration, @Nullable Instant lastUsedAt, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
