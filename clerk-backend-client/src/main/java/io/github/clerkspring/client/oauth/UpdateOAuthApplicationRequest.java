package io.github.clerkspring.client.oauth;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update an OAuth application. Unset fields remain unchanged. */
public final class UpdateOAuthApplicationRequest extends RequestFields<UpdateOAuthApplicationRequest> {

	private static final int MAX_LENGTH = 1024;

	private static final int MAX_NAME = 256;

	private UpdateOAuthApplicationRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOAuthApplicationRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateOAuthApplicationRequest create() {
		return new UpdateOAuthApplicationRequest(Map.of());
	}

	public UpdateOAuthApplicationRequest name(@Nullable String name) {
		return setNullable("name", text("name", name, MAX_NAME));
	}

	public UpdateOAuthApplicationRequest redirectUris(@Nullable List<String> redirectUris) {
		return setNullable("redirect_uris", redirectUris);
	}

	/**
	 * Set the only redirect URI.
	 * @deprecated use {@link #redirectUris}
	 */
	@Deprecated
	public UpdateOAuthApplicationRequest callbackUrl(@Nullable String callbackUrl) {
		return setNullable("callback_url", text("callbackUrl", callbackUrl, MAX_LENGTH));
	}

	/**
	 * Set the scopes, separated by spaces: {@code profile}, {@code email}, {@code
	 * public_metadata} and {@code private_metadata}.
	 */
	public UpdateOAuthApplicationRequest scopes(@Nullable String scopes) {
		return setNullable("scopes", text("scopes", scopes, MAX_LENGTH));
	}

	/** Set whether users are asked for consent. */
	public UpdateOAuthApplicationRequest consentScreenEnabled(@Nullable Boolean consentScreenEnabled) {
		return setNullable("consent_screen_enabled", consentScreenEnabled);
	}

	public UpdateOAuthApplicationRequest pkceRequired(@Nullable Boolean pkceRequired) {
		return setNullable("pkce_required", pkceRequired);
	}

	/** Set whether the application is a public client (cannot keep a secret). */
	public UpdateOAuthApplicationRequest publicClient(@Nullable Boolean publicClient) {
		return setNullable("public", publicClient);
	}

}
