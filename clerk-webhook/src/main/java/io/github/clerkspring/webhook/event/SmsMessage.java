package io.github.clerkspring.webhook.event;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * Text message.
 *
 * @param slug the slug of the template, such as {@code verification_code}
 * @param data the variables of the template, such as the code
 * @param deliveredByClerk whether Clerk sends the email. Otherwise the application has to
 * send it
 */
public record SmsMessage(String id, @Nullable String slug, @Nullable String fromPhoneNumber, String toPhoneNumber,
		@Nullable String phoneNumberId, @Nullable String userId, String message, @Nullable String status,
		Map<String, Object> data, boolean deliveredByClerk, @JsonAlias("created_at_ms") @Nullable Instant createdAt) {

	@Override
	public String toString() {
		return "SmsMessage[" + this.id + "]";
	}

}
