package io.github.clerkspring.client.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One of the reasons that Clerk gives for refusing a call.
 *
 * @param code the reason as a word that programs can rely on, such as
 * {@code resource_not_found}
 * @param message the reason for a developer
 * @param longMessage the reason in a sentence for a person
 * @param meta further facts, such as {@code param_name}
 */
public record ClerkApiError(@Nullable String code, @Nullable String message, @Nullable String longMessage,
		Map<String, Object> meta) {

	/** Return the parameter's name on the wire, or {@code null} if none is the reason. */
	public @Nullable String paramName() {
		return (this.meta.get("param_name") instanceof String name) ? name : null;
	}

	/** Return the code alone: the other reasons can repeat what was sent. */
	@Override
	public String toString() {
		return "ClerkApiError[code=" + this.code + "]";
	}

}
