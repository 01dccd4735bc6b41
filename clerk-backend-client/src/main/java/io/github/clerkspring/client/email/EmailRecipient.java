package io.github.clerkspring.client.email;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Recipient of an email: an address, or a user with a primary address.
 *
 * @param address the email address, or {@code null} for a user
 * @param userId the id of the user, or {@code null} for an address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmailRecipient(@Nullable String address, @Nullable String userId) {

	public EmailRecipient {
		Assert.isTrue((address != null) != (userId != null), "either address or userId must be set");
	}

	/** Create a recipient from an address. */
	public static EmailRecipient address(String address) {
		return new EmailRecipient(address, null);
	}

	/** Create a recipient from the id of a user. */
	public static EmailRecipient user(String userId) {
		return new EmailRecipient(null, userId);
	}

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
