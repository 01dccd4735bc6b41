package io.github.clerkspring.client.instance;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Request to update the settings of OAuth applications. Unset fields remain unchanged.
 */
public final class UpdateOAuthApplicationSettingsRequest extends RequestFields<UpdateOAuthApplicationSettingsRequest> {

	private UpdateOAuthApplicationSettingsRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOAuthApplicationSettingsRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateOAuthApplicationSettingsRequest create() {
		return new UpdateOAuthApplicationSettingsRequest(Map.of());
	}

	/** Set whether dynamic client registration is enabled. */
	public UpdateOAuthApplicationSettingsRequest dynamicOauthClientRegistration(@Nullable Boolean value) {
		return setNullable("dynamic_oauth_client_registration", value);
	}

	public UpdateOAuthApplicationSettingsRequest defaultScopes(@Nullable List<String> defaultScopes) {
		return setNullable("default_scopes", defaultScopes);
	}

	/** Set whether access tokens are JWTs instead of opaque tokens. */
	public UpdateOAuthApplicationSettingsRequest oauthJwtAccessTokens(@Nullable Boolean oauthJwtAccessTokens) {
		return setNullable("oauth_jwt_access_tokens", oauthJwtAccessTokens);
	}

	public UpdateOAuthApplicationSettingsRequest clientIdMetadataDocumentsAdvertised(@Nullable Boolean value) {
		return setNullable("client_id_metadata_documents_advertised", value);
	}

	public UpdateOAuthApplicationSettingsRequest clientIdMetadataDocumentsOnlyAllowPreRegisteredClients(
			@Nullable Boolean value) {
		return setNullable("client_id_metadata_documents_only_allow_pre_registered_clients", value);
	}

	public UpdateOAuthApplicationSettingsRequest clientIdMetadataDocumentsBlockImplicitlyAllowedClients(
			@Nullable Boolean value) {
		return setNullable("client_id_metadata_documents_block_implicitly_allowed_clients", value);
	}

}
