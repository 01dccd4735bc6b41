package io.github.clerkspring.client.session;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Choices for a token of a session. */
public final class CreateSessionTokenRequest extends RequestFields<CreateSessionTokenRequest> {

	private CreateSessionTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateSessionTokenRequest::new);
	}

	/** Begin with the lifetime that the instance or template sets. */
	public static CreateSessionTokenRequest create() {
		return new CreateSessionTokenRequest(Map.of());
	}

	/** Set the seconds of its life, 30 to ten years; null for the default. */
	public CreateSessionTokenRequest expiresInSeconds(@Nullable Integer expiresInSeconds) {
		return setNullable("expires_in_seconds", number("expiresInSeconds", expiresInSeconds, 30, 315360000));
	}

}
