package io.github.clerkspring.security.session;

/**
 * Carries the reason from the check that failed to the one place that reports it.
 */
final class TokenRejectedException extends RuntimeException {

	private final TokenRejection rejection;

	TokenRejectedException(TokenRejection rejection) {
		// Forged tokens come in floods: no stack trace
		super(rejection.value(), null, false, false);
		this.rejection = rejection;
	}

	TokenRejection rejection() {
		return this.rejection;
	}

}
