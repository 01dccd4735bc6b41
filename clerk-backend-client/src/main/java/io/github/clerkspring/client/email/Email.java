package io.github.clerkspring.client.email;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * An e-mail that was sent through Clerk.
 *
 * @param slug the template, if there is one
 * @param fromEmailName the sender's address in front of the {@code @}
 * @param emailAddressId the id of the recipient's address, of a user
 * @param body the HTML
 * @param bodyPlain the text
 * @param data the values of the template
 * @param deliveredByClerk whether Clerk sends it, not the application
 * @param userId the id of the recipient, of a user
 * @param suppressionReason why it was not sent, or {@code null}
 */
public record Email(String id, @Nullable String slug, String fromEmailName, @Nullable String toEmailAddress,
		@Nullable String emailAddressId, @Nullable String userId, @Nullable String subject, @Nullable String body,
		@Nullable String bodyPlain, @Nullable String status, Map<String, Object> data, boolean deliveredByClerk,
		@Nullable String suppressionReason) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
