package io.github.clerkspring.client.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * A token by which a machine proves to other machines who it is.
 *
 * @param subject the id of the machine it was issued to
 * @param scopes the ids of the machines that may accept it
 * @param token the token itself, in the answer of the creation only
 * @param expiration when it expires, or {@code null} if never
 */
public record M2mToken(String id, String subject, Map<String, Object> claims, List<String> scopes,
		@Nullable Secret token, boolean revoked, @Nullable String revocationReason, boolean expired,
		@Nullable Instant expiration, @Nullable Instant lastUsedAt, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
