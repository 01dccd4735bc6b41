package io.github.clerkspring.client.oauth;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What Clerk knows of an access token. Of one that is not active it tells nothing else.
 *
 * @param clientId the application it was issued to
 * @param subject the id of the user
 * @param expiration when it expires, or {@code null} if never
 * @param active {@code false} of a token that is not active, otherwise {@code null}
 */
public record OAuthAccessToken(@Nullable String id, @Nullable String clientId, @Nullable String subject,
		List<String> scopes, @Nullable Boolean revoked, @Nullable String revocationReason, @Nullable Boolean expired,
		@Nullable Instant expiration, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Boolean active) {

}
