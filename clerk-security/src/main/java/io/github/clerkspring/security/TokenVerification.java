package io.github.clerkspring.security;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of the verification of a token, without the token.
 *
 * @param tokenType the expected type of the token
 * @param rejection the reason if the token was rejected, else {@code null}
 * @param cacheHit whether the signature was cached as verified
 * @param missingAuthorizedParty whether the token was accepted without an authorized
 * party although authorized parties are set
 */
public record TokenVerification(ClerkTokenType tokenType, @Nullable TokenRejection rejection, boolean cacheHit,
		boolean missingAuthorizedParty) {

	/**
	 * Return the outcome.
	 * @return the outcome
	 */
	public Outcome outcome() {
		if (this.rejection == null) {
			return Outcome.ACCEPTED;
		}
		return (this.rejection.isUnavailable()) ? Outcome.UNAVAILABLE : Outcome.REJECTED;
	}

	/**
	 * Outcome of a verification.
	 */
	public enum Outcome {

		/**
		 * The token was accepted.
		 */
		ACCEPTED,

		/**
		 * The token was rejected.
		 */
		REJECTED,

		/**
		 * The token could not be verified, because no keys were available.
		 */
		UNAVAILABLE

	}

}
