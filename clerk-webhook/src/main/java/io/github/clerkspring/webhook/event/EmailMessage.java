package io.github.clerkspring.webhook.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Email.
 *
 * @param slug the slug of the template, such as {@code verification_code}
 * @param data the variables of the template, such as the code
 * @param deliveredByClerk whether Clerk sends the email. Otherwise the application has to
 * send it
 */
public record EmailMessage(String id, @Nullable String slug, String fromEmailName, @Nullable String replyToEmailName,
		@Nullable String toEmailAddress, @Nullable String emailAddressId, @Nullable String userId,
		@Nullable String subject, @Nullable String body, @Nullable String bodyPlain, @Nullable String status,
		Map<String, Object> data, boolean deliveredByClerk) {

	@Override
	public String toString() {
		return "EmailMessage[" + this.id + "]";
	}

}
