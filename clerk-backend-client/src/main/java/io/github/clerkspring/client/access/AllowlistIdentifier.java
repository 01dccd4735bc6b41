package io.github.clerkspring.client.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An identifier that may sign up.
 *
 * @param invitationId the invitation that was sent, or {@code null} if none was
 */
public record AllowlistIdentifier(String id, @Nullable String invitationId, @Nullable String identifier,
		@Nullable IdentifierType identifierType, @Nullable String instanceId, @Nullable Instant createdAt,
		@Nullable Instant updatedAt) {

}
