package io.github.clerkspring.client.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a sign-up. Unset fields remain unchanged. */
public final class UpdateSignUpRequest extends RequestFields<UpdateSignUpRequest> {

	private UpdateSignUpRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateSignUpRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateSignUpRequest create() {
		return new UpdateSignUpRequest(Map.of());
	}

	/** Set the id assigned by the application, which is transferred to the user. */
	public UpdateSignUpRequest externalId(@Nullable String externalId) {
		return setNullable("external_id", externalId);
	}

	/** Set whether the sign-up contains a custom step of the application. */
	public UpdateSignUpRequest customAction(@Nullable Boolean customAction) {
		return setNullable("custom_action", customAction);
	}

}
