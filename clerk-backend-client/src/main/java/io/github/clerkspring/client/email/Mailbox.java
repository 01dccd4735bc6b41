package io.github.clerkspring.client.email;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Address of the sender of an email, or for replies.
 *
 * @param address the email address
 * @param name the display name, at most 200 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mailbox(String address, @Nullable String name) {

	private static final int MAX_NAME = 200;

	public Mailbox {
		Assert.hasText(address, "address must not be empty");
		Assert.isTrue(name == null || name.length() <= MAX_NAME,
				() -> "name must not be longer than " + MAX_NAME + " characters");
	}

	/** Create a mailbox without a name. */
	public static Mailbox of(String address) {
		return new Mailbox(address, null);
	}

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
