package io.github.clerkspring.client.email;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Email sent with Clerk.
 *
 * @param slug the slug of the template, or {@code null} if none
 * @param fromEmailName the local part of the sender's address
 * @param emailAddressId the id of the recipient's address, if the recipient is a user
 * @param body the HTML body
 * @param bodyPlain the text body
 * @param data the values of the template variables
 * @param deliveredByClerk whether Clerk delivers the email, not the application
 * @param userId the id of the recipient, if the recipient is a user
 * @param suppressionReason the reason why it was not sent, or {@code null}
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
