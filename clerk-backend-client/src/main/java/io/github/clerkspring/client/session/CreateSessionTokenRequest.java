package io.github.clerkspring.client.session;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a session token. */
public final class CreateSessionTokenRequest extends RequestFields<CreateSessionTokenRequest> {

	private CreateSessionTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateSessionTokenRequest::new);
	}

	/** Create a request with the lifetime configured for the instance or template. */
	public static CreateSessionTokenRequest create() {
		return new CreateSessionTokenRequest(Map.of());
	}

	/** Set the lifetime in seconds, 30 to ten years; null for the default. */
	public CreateSessionTokenRequest expiresInSeconds(@Nullable Integer expiresInSeconds) {
		return setNullable("expires_in_seconds", number("expiresInSeconds", expiresInSeconds, 30, 315360000));
	}

}
