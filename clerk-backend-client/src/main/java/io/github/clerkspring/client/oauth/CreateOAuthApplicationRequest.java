package io.github.clerkspring.client.oauth;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** An application to create. */
public final class CreateOAuthApplicationRequest extends RequestFields<CreateOAuthApplicationRequest> {

	private static final int MAX_LENGTH = 1024;

	private static final int MAX_NAME = 256;

	private CreateOAuthApplicationRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOAuthApplicationRequest::new);
	}

	/** Begin with the name, at most 256 characters. */
	public static CreateOAuthApplicationRequest create(String name) {
		return new CreateOAuthApplicationRequest(Map.of()).set("name", text("name", name, MAX_NAME));
	}

	public CreateOAuthApplicationRequest redirectUris(@Nullable List<String> redirectUris) {
		return setNullable("redirect_uris", redirectUris);
	}

	/**
	 * Set the one URI that Clerk may redirect to.
	 * @deprecated use {@link #redirectUris}
	 */
	@Deprecated
	public CreateOAuthApplicationRequest callbackUrl(@Nullable String callbackUrl) {
		return setNullable("callback_url", text("callbackUrl", callbackUrl, MAX_LENGTH));
	}

	/**
	 * Separated by spaces, of {@code profile}, {@code email}, {@code public_metadata} and
	 * {@code private_metadata}; the first two unless set.
	 */
	public CreateOAuthApplicationRequest scopes(@Nullable String scopes) {
		return setNullable("scopes", text("scopes", scopes, MAX_LENGTH));
	}

	/** Whether users are asked for consent; they are unless told otherwise. */
	public CreateOAuthApplicationRequest consentScreenEnabled(@Nullable Boolean consentScreenEnabled) {
		return setNullable("consent_screen_enabled", consentScreenEnabled);
	}

	public CreateOAuthApplicationRequest pkceRequired(@Nullable Boolean pkceRequired) {
		return setNullable("pkce_required", pkceRequired);
	}

	/** Whether it cannot keep a secret, such as an app on a phone. */
	public CreateOAuthApplicationRequest publicClient(@Nullable Boolean publicClient) {
		return setNullable("public", publicClient);
	}

}
