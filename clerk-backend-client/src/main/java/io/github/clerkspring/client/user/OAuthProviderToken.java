package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Access token for calls to an OAuth provider on behalf of a user.
 *
 * @param expiresAt the expiration time, or {@code null} if unknown
 * @param tokenSecret the token secret of OAuth 1.0
 */
public record OAuthProviderToken(String externalAccountId, String providerUserId, Secret token,
		@Nullable Instant expiresAt, String provider, Map<String, Object> publicMetadata, @Nullable String label,
		List<String> scopes, @Nullable Secret idToken, @Nullable Secret tokenSecret) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
