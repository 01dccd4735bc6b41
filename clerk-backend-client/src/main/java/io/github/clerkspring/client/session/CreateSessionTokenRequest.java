package io.github.clerkspring.client.session;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Choices for a token of a session.
 */
public final class CreateSessionTokenRequest extends RequestFields<CreateSessionTokenRequest> {

	private CreateSessionTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateSessionTokenRequest::new);
	}

	/**
	 * Begin with the lifetime that the instance or template sets.
	 * @return the request
	 */
	public static CreateSessionTokenRequest create() {
		return new CreateSessionTokenRequest(Map.of());
	}

	/**
	 * Set how long the token is valid.
	 * @param expiresInSeconds from 30 seconds to ten years, or {@code null} for the
	 * default
	 * @return the changed request
	 */
	public CreateSessionTokenRequest expiresInSeconds(@Nullable Integer expiresInSeconds) {
		return setNullable("expires_in_seconds", number("expiresInSeconds", expiresInSeconds, 30, 315360000));
	}

}
