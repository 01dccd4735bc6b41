package io.github.clerkspring.security.machine.opaque;

import java.time.Duration;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.TokenRejection;

/**
 * Outcome of the verification of an opaque token. Callers that wait for the same
 * verification share it, so it is a value and not an exception.
 */
sealed interface VerificationOutcome {

	/**
	 * The token is valid.
	 *
	 * @param machine the principal
	 * @param cacheable whether the response was small enough to be cached
	 */
	record Accepted(ClerkMachine machine, boolean cacheable) implements VerificationOutcome {

	}

	/**
	 * The token is not valid.
	 *
	 * @param rejection the reason
	 * @param detail a detail for the log, without values of the token or the response
	 */
	record Refused(TokenRejection rejection, String detail) implements VerificationOutcome {

	}

	/**
	 * The token could not be verified.
	 *
	 * @param rejection the reason
	 * @param retryAfter the time after which to try again
	 * @param detail a detail for the log, without values of the token or the response
	 */
	record Unavailable(TokenRejection rejection, Duration retryAfter, String detail) implements VerificationOutcome {

		private static final Duration SOON = Duration.ofSeconds(1);

		static Unavailable because(TokenRejection rejection, String detail) {
			return new Unavailable(rejection, SOON, detail);
		}

	}

}
