package io.github.clerkspring.client.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Verification by a code that was sent to an email address or phone number. A wrong or
 * expired code shows in the status, not as an error.
 *
 * @param id what {@code attemptVerification} refers to
 * @param channel how the code was sent, such as {@code sms}
 */
public record CodeVerification(@Nullable String object, String id, @Nullable VerificationStatus status,
		@Nullable String strategy, @Nullable Integer attempts, @Nullable Instant expireAt, @Nullable String channel) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
