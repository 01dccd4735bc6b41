package io.github.clerkspring.client.access;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * An invitation to sign up, sent to an email address.
 *
 * @param publicMetadata what the user gets as public metadata on signing up
 * @param url the link for the recipient, which contains the ticket
 * @param expiresAt when it can no longer be accepted, or {@code null} if never
 */
public record Invitation(String id, String emailAddress, Map<String, Object> publicMetadata, @Nullable Boolean revoked,
		InvitationStatus status, @Nullable Secret url, @Nullable Instant expiresAt, Instant createdAt,
		Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
