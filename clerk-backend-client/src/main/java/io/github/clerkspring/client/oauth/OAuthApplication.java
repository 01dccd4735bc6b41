package io.github.clerkspring.client.oauth;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * OAuth application: a client that authenticates users with Clerk.
 *
 * @param dynamicallyRegistered whether the application was registered dynamically
 * @param publicClient whether the application is a public client (cannot keep a secret)
 * @param scopes the permitted scopes, separated by spaces
 * @param callbackUrl deprecated, see {@code redirectUris}
 * @param clientSecret the client secret, only in the responses to creation and rotation
 */
public record OAuthApplication(String id, String instanceId, String name, String clientId, @Nullable String clientUri,
		@Nullable String clientImageUrl, boolean dynamicallyRegistered, boolean consentScreenEnabled,
		boolean pkceRequired, @JsonProperty("public") boolean publicClient, String scopes, List<String> redirectUris,
		@Deprecated String callbackUrl, String authorizeUrl, String tokenFetchUrl, String userInfoUrl,
		String discoveryUrl, String tokenIntrospectionUrl, @Nullable Secret clientSecret, Instant createdAt,
		Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
