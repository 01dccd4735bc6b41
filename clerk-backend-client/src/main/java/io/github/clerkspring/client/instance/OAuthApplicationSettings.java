package io.github.clerkspring.client.instance;

import java.util.List;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Settings of the OAuth applications of the instance.
 *
 * @param dynamicOauthClientRegistration whether dynamic client registration is enabled
 * @param oauthJwtAccessTokens whether access tokens are JWTs instead of opaque tokens
 */
public record OAuthApplicationSettings(boolean dynamicOauthClientRegistration, List<String> defaultScopes,
		boolean oauthJwtAccessTokens, boolean clientIdMetadataDocumentsAdvertised,
		boolean clientIdMetadataDocumentsOnlyAllowPreRegisteredClients,
		boolean clientIdMetadataDocumentsBlockImplicitlyAllowedClients) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
