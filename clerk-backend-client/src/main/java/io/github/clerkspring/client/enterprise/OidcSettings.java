package io.github.clerkspring.client.enterprise;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Settings of an OpenID Connect identity provider. */
public final class OidcSettings extends RequestFields<OidcSettings> {

	private OidcSettings(Map<String, @Nullable Object> fields) {
		super(fields, OidcSettings::new);
	}

	/** Create empty settings. */
	public static OidcSettings create() {
		return new OidcSettings(Map.of());
	}

	public OidcSettings clientId(@Nullable String clientId) {
		return setNullable("client_id", clientId);
	}

	public OidcSettings clientSecret(@Nullable String clientSecret) {
		return setNullable("client_secret", clientSecret);
	}

	/** Set the discovery URL of the provider, which replaces the other URLs. */
	public OidcSettings discoveryUrl(@Nullable String discoveryUrl) {
		return setNullable("discovery_url", discoveryUrl);
	}

	public OidcSettings authUrl(@Nullable String authUrl) {
		return setNullable("auth_url", authUrl);
	}

	public OidcSettings tokenUrl(@Nullable String tokenUrl) {
		return setNullable("token_url", tokenUrl);
	}

	public OidcSettings userInfoUrl(@Nullable String userInfoUrl) {
		return setNullable("user_info_url", userInfoUrl);
	}

	public OidcSettings requiresPkce(@Nullable Boolean requiresPkce) {
		return setNullable("requires_pkce", requiresPkce);
	}

}
