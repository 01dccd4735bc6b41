package io.github.clerkspring.client.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.util.Assert;

/**
 * Secret that Clerk gave out, such as a token or a client secret. Only {@link #value()}
 * tells it; {@link #toString()} does not.
 *
 * @param value the secret itself
 */
public record Secret(@JsonValue String value) {

	@JsonCreator
	public Secret {
		Assert.notNull(value, "value must not be null");
	}

	@Override
	public String toString() {
		return "****";
	}

}
