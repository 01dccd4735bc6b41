package io.github.clerkspring.client.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.util.Assert;

/**
 * Secret issued by Clerk, such as a token or a client secret. Only {@link #value()}
 * returns it; {@link #toString()} does not.
 *
 * @param value the secret
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
