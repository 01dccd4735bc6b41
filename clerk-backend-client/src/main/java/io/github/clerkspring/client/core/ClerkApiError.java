package io.github.clerkspring.client.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Error reported by Clerk in a failure response.
 *
 * @param code the error code, such as {@code resource_not_found}
 * @param message the message for developers
 * @param longMessage the message for end users
 * @param meta additional information, such as {@code param_name}
 */
public record ClerkApiError(@Nullable String code, @Nullable String message, @Nullable String longMessage,
		Map<String, Object> meta) {

	/**
	 * Return the name of the invalid parameter in the request, or {@code null} if none.
	 */
	public @Nullable String paramName() {
		return (this.meta.get("param_name") instanceof String name) ? name : null;
	}

	/** Return the error code only; messages can contain parts of the request. */
	@Override
	public String toString() {
		return "ClerkApiError[code=" + this.code + "]";
	}

}
