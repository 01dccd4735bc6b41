package io.github.clerkspring.client.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Verification with a one-time code sent to an email address or phone number. An invalid
 * or expired code is reported by the status, not as an error.
 *
 * @param id the id to pass to {@code attemptVerification}
 * @param channel the channel of the code, such as {@code sms}
 */
public record CodeVerification(@Nullable String object, String id, @Nullable VerificationStatus status,
		@Nullable String strategy, @Nullable Integer attempts, @Nullable Instant expireAt, @Nullable String channel) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
