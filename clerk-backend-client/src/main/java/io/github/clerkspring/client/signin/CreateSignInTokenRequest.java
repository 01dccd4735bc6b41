package io.github.clerkspring.client.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a sign-in token. */
public final class CreateSignInTokenRequest extends RequestFields<CreateSignInTokenRequest> {

	private CreateSignInTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateSignInTokenRequest::new);
	}

	/** Create a request with the id of the user. */
	public static CreateSignInTokenRequest create(String userId) {
		return new CreateSignInTokenRequest(Map.of()).set("user_id", userId);
	}

	/** Set the id of the active organization of the session. */
	public CreateSignInTokenRequest orgId(@Nullable String orgId) {
		return setNullable("org_id", orgId);
	}

	/** Set the lifetime of the token in seconds. Defaults to 30 days. */
	public CreateSignInTokenRequest expiresInSeconds(@Nullable Integer expiresInSeconds) {
		return setNullable("expires_in_seconds", number("expiresInSeconds", expiresInSeconds, 1, Integer.MAX_VALUE));
	}

}
