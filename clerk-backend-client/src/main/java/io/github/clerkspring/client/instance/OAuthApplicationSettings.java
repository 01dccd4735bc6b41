package io.github.clerkspring.client.instance;

import java.util.List;

import io.github.clerkspring.client.core.RecordIds;

/**
 * What OAuth applications of the instance may do.
 *
 * @param dynamicOauthClientRegistration whether clients may register themselves
 * @param oauthJwtAccessTokens whether access tokens are JWTs instead of opaque
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
