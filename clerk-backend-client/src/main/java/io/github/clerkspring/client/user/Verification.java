package io.github.clerkspring.client.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkApiError;
import io.github.clerkspring.client.core.RecordIds;

/**
 * Verification of an identification of a user. The presence of nullable components
 * depends on the strategy.
 *
 * @param strategy the strategy, such as {@code email_code}, {@code admin} or {@code
 * from_oauth_google}
 * @param verifiedAtClient the id of the client in which the identification was verified
 * @param channel the channel of a code, such as {@code sms}
 * @param error the error reported by a provider
 * @param externalVerificationRedirectUrl the URL to which the user is redirected for
 * verification
 * @param nonce the nonce to be signed by a wallet or passkey
 * @param message the message that contains the nonce
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
