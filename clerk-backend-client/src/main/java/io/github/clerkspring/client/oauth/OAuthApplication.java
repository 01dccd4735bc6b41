package io.github.clerkspring.client.oauth;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * An application that signs its users in through Clerk.
 *
 * @param dynamicallyRegistered whether it registered itself
 * @param publicClient whether it cannot keep a secret, such as an app on a phone
 * @param scopes the scopes it may ask for, separated by spaces
 * @param callbackUrl deprecated, see {@code redirectUris}
 * @param clientSecret its secret, in the answers of creation and rotation only
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
