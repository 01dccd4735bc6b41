package io.github.clerkspring.client.directory;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Link token for the admin portal.
 *
 * @param token the token, or {@code null} except in the response to its creation
 * @param expiration the expiration time, or {@code null} if none
 */
public record AdminPortalLinkToken(String id, String adminPortalLinkId, String instanceId,
		@Nullable String organizationId, @Nullable String itContactId, List<String> scopes, @Nullable Secret token,
		boolean revoked, @Nullable String revocationReason, boolean expired, @Nullable Instant expiration,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
