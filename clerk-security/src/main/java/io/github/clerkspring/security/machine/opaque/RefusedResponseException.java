package io.github.clerkspring.security.machine.opaque;

import io.github.clerkspring.security.TokenRejection;

/**
 * Carries the reason why a response does not describe a valid token from the check that
 * failed to the reader of the response.
 */
final class RefusedResponseException extends RuntimeException {

	private final transient VerificationOutcome.Refused outcome;

	RefusedResponseException(TokenRejection rejection, String detail) {
		super(detail, null, false, false);
		this.outcome = new VerificationOutcome.Refused(rejection, detail);
	}

	VerificationOutcome.Refused outcome() {
		return this.outcome;
	}

}
