package io.github.clerkspring.client.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Login hint that is sent to the identity provider.
 *
 * @param source the key of the value in the user's public metadata, for
 * {@link Mode#CUSTOM_ATTRIBUTE}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginHint(Mode mode, @Nullable String source) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Source of the login hint. */
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
