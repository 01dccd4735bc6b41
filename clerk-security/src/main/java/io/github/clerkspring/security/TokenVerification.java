package io.github.clerkspring.security;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of one verification of a token. It tells nothing about the token itself.
 *
 * @param tokenType kind of token that was asked for
 * @param rejection why the token was not accepted, or {@code null} if it was
 * @param cacheHit whether the signature was known to be good from an earlier verification
 * @param missingAuthorizedParty whether the token was accepted although it names no party
 */
public record TokenVerification(ClerkTokenType tokenType, @Nullable TokenRejection rejection, boolean cacheHit,
		boolean missingAuthorizedParty) {

	/**
	 * Return what became of the token.
	 * @return the outcome
	 */
	public Outcome outcome() {
		if (this.rejection == null) {
			return Outcome.ACCEPTED;
		}
		return (this.rejection.isKeyTrouble()) ? Outcome.UNAVAILABLE : Outcome.REJECTED;
	}

	/**
	 * What can become of a token.
	 */
	public enum Outcome {

		/**
		 * The token is good.
		 */
		ACCEPTED,

		/**
		 * The token is not good.
		 */
		REJECTED,

		/**
		 * It could not be found out, because there are no keys.
		 */
		UNAVAILABLE

	}

}
