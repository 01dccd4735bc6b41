package io.github.clerkspring.client.oauth;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create an OAuth application. */
public final class CreateOAuthApplicationRequest extends RequestFields<CreateOAuthApplicationRequest> {

	private static final int MAX_LENGTH = 1024;

	private static final int MAX_NAME = 256;

	private CreateOAuthApplicationRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOAuthApplicationRequest::new);
	}

	/** Create a request with the name, at most 256 characters. */
	public static CreateOAuthApplicationRequest create(String name) {
		return new CreateOAuthApplicationRequest(Map.of()).set("name", text("name", name, MAX_NAME));
	}

	public CreateOAuthApplicationRequest redirectUris(@Nullable List<String> redirectUris) {
		return setNullable("redirect_uris", redirectUris);
	}

	/**
	 * Set the only redirect URI.
	 * @deprecated use {@link #redirectUris}
	 */
	@Deprecated
	public CreateOAuthApplicationRequest callbackUrl(@Nullable String callbackUrl) {
		return setNullable("callback_url", text("callbackUrl", callbackUrl, MAX_LENGTH));
	}

	/**
	 * Set the scopes, separated by spaces: {@code profile}, {@code email}, {@code
	 * public_metadata} and {@code private_metadata}. Defaults to the first two.
	 */
	public CreateOAuthApplicationRequest scopes(@Nullable String scopes) {
		return setNullable("scopes", text("scopes", scopes, MAX_LENGTH));
	}

	/** Set whether users are asked for consent. Defaults to true. */
	public CreateOAuthApplicationRequest consentScreenEnabled(@Nullable Boolean consentScreenEnabled) {
		return setNullable("consent_screen_enabled", consentScreenEnabled);
	}

	public CreateOAuthApplicationRequest pkceRequired(@Nullable Boolean pkceRequired) {
		return setNullable("pkce_required", pkceRequired);
	}

	/** Set whether the application is a public client (cannot keep a secret). */
	public CreateOAuthApplicationRequest publicClient(@Nullable Boolean publicClient) {
		return setNullable("public", publicClient);
	}

}
