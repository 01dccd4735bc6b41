package io.github.clerkspring.client.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Hint to the identity provider who is about to sign in.
 *
 * @param source the key in the public metadata of the user whose value is sent; for
 * {@link Mode#CUSTOM_ATTRIBUTE}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginHint(Mode mode, @Nullable String source) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** What is sent as the hint. */
	public record Mode(@JsonValue String value) {

		public static final Mode EMAIL_ADDRESS = new Mode("email_address");

		public static final Mode CUSTOM_ATTRIBUTE = new Mode("custom_attribute");

		public static final Mode OFF = new Mode("off");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
