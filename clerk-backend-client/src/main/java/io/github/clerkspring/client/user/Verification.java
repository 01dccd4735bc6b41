package io.github.clerkspring.client.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkApiError;
import io.github.clerkspring.client.core.RecordIds;

/**
 * How an identification of a user was, or is to be, verified. Which of the nullable facts
 * are there depends on the strategy.
 *
 * @param strategy the means, such as {@code email_code}, {@code admin} or
 * {@code from_oauth_google}
 * @param verifiedAtClient the client in which it was verified
 * @param channel how a code was sent, such as {@code sms}
 * @param error why a provider refused
 * @param externalVerificationRedirectUrl where the user goes to verify
 * @param nonce what a wallet or passkey is to sign
 * @param message the text around the nonce
 */
public record Verification(VerificationStatus status, String strategy, @Nullable Integer attempts,
		@Nullable Instant expireAt, @Nullable String verifiedAtClient, @Nullable String channel,
		@Nullable ClerkApiError error, @Nullable String externalVerificationRedirectUrl, @Nullable String nonce,
		@Nullable String message) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
