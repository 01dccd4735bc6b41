package io.github.clerkspring.client.access;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Invitation to sign up, sent to an email address.
 *
 * @param publicMetadata the public metadata of the user who signs up
 * @param url the invitation link, which contains the ticket
 * @param expiresAt the expiration time, or {@code null} if none
 */
public record Invitation(String id, String emailAddress, Map<String, Object> publicMetadata, @Nullable Boolean revoked,
		InvitationStatus status, @Nullable Secret url, @Nullable Instant expiresAt, Instant createdAt,
		Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
