package io.github.clerkspring.security.session;

import java.util.Collection;
import java.util.List;

import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * Carries the reason from the check that failed to the one place that reports it.
 */
final class TokenRejectedException extends RuntimeException {

	private final TokenRejection rejection;

	private final List<OAuth2Error> errors;

	TokenRejectedException(TokenRejection rejection) {
		this(rejection, List.of());
	}

	TokenRejectedException(TokenRejection rejection, Collection<OAuth2Error> errors) {
		// Forged tokens come in floods: no stack trace
		super(rejection.value(), null, false, false);
		this.rejection = rejection;
		this.errors = List.copyOf(errors);
	}

	TokenRejection rejection() {
		return this.rejection;
	}

	/**
	 * Return the errors that the application's validators found.
	 * @return the errors, none unless a validator refused the token
	 */
	List<OAuth2Error> errors() {
		return this.errors;
	}

}
