package io.github.clerkspring.client.email;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.util.Assert;

/**
 * Idempotency key: Clerk executes requests with the same key once.
 *
 * @param value 1 to 255 ASCII letters, digits, underscores and hyphens
 */
public record IdempotencyKey(@JsonValue String value) {

	private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_-]{1,255}");

	public IdempotencyKey {
		Assert.isTrue(value != null && KEY.matcher(value).matches(),
				"idempotencyKey must have 1 to 255 ASCII letters, digits, underscores or hyphens");
	}

	/** Return the value as it is sent. */
	@Override
	public String toString() {
		return this.value;
	}

}
