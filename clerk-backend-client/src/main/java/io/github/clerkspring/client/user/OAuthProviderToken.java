package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Token with which the application calls an OAuth provider in the name of a user.
 *
 * @param expiresAt when the token expires, or {@code null} if the provider did not tell
 * @param tokenSecret the secret that OAuth 1.0 adds
 */
public record OAuthProviderToken(String externalAccountId, String providerUserId, Secret token,
		@Nullable Instant expiresAt, String provider, Map<String, Object> publicMetadata, @Nullable String label,
		List<String> scopes, @Nullable Secret idToken, @Nullable Secret tokenSecret) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
