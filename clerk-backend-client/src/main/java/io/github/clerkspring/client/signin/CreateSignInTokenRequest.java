package io.github.clerkspring.client.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** A token that signs a user in. */
public final class CreateSignInTokenRequest extends RequestFields<CreateSignInTokenRequest> {

	private CreateSignInTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateSignInTokenRequest::new);
	}

	/** Begin with the id of the user. */
	public static CreateSignInTokenRequest create(String userId) {
		return new CreateSignInTokenRequest(Map.of()).set("user_id", userId);
	}

	/** The organization that is active in the session. */
	public CreateSignInTokenRequest orgId(@Nullable String orgId) {
		return setNullable("org_id", orgId);
	}

	/** How long the token can be used, 30 days unless set. */
	public CreateSignInTokenRequest expiresInSeconds(@Nullable Integer expiresInSeconds) {
		return setNullable("expires_in_seconds", number("expiresInSeconds", expiresInSeconds, 1, Integer.MAX_VALUE));
	}

}
