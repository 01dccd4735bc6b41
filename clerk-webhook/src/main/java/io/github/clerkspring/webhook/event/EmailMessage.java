package io.github.clerkspring.webhook.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An email.
 *
 * @param slug the template that it was made of, such as {@code verification_code}
 * @param data what was filled in, such as the code
 * @param deliveredByClerk whether Clerk sends it; if not, the application has to
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
