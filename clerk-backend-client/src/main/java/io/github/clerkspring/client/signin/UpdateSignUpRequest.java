package io.github.clerkspring.client.signin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of a sign-up. Fields that are not set stay as they are. */
public final class UpdateSignUpRequest extends RequestFields<UpdateSignUpRequest> {

	private UpdateSignUpRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateSignUpRequest::new);
	}

	/** Begin with no change. */
	public static UpdateSignUpRequest create() {
		return new UpdateSignUpRequest(Map.of());
	}

	/** The id that the application itself has for the person; the user gets it. */
	public UpdateSignUpRequest externalId(@Nullable String externalId) {
		return setNullable("external_id", externalId);
	}

	/** Whether the application has a step of its own in this sign-up. */
	public UpdateSignUpRequest customAction(@Nullable Boolean customAction) {
		return setNullable("custom_action", customAction);
	}

}
