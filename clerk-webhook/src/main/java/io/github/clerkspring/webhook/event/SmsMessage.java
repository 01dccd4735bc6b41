package io.github.clerkspring.webhook.event;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * A text message.
 *
 * @param slug the template that it was made of, such as {@code verification_code}
 * @param data what was filled in, such as the code
 * @param deliveredByClerk whether Clerk sends it; if not, the application has to
 */
public record SmsMessage(String id, @Nullable String slug, @Nullable String fromPhoneNumber, String toPhoneNumber,
		@Nullable String phoneNumberId, @Nullable String userId, String message, @Nullable String status,
		Map<String, Object> data, boolean deliveredByClerk, @JsonAlias("created_at_ms") @Nullable Instant createdAt) {

	@Override
	public String toString() {
		return "SmsMessage[" + this.id + "]";
	}

}
