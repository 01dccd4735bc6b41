package io.github.clerkspring.security.token;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;

import io.github.clerkspring.security.TokenRejection;

/**
 * Carries the reason of a rejection from the check that failed to the one place that
 * reports it.
 */
final class TokenRejectedException extends RuntimeException {

	private final TokenRejection rejection;

	private final @Nullable Supplier<String> detail;

	private final @Nullable RejectionWarning warning;

	private final List<OAuth2Error> errors;

	TokenRejectedException(TokenRejection rejection) {
		this(rejection, null, null, List.of());
	}

	/**
	 * Create an exception with a detail for the log.
	 * @param rejection the reason
	 * @param detail the value found and the values accepted, without the token
	 */
	TokenRejectedException(TokenRejection rejection, Supplier<String> detail) {
		this(rejection, detail, null, List.of());
	}

	/**
	 * Create an exception with a detail and a warning for the log.
	 * @param rejection the reason
	 * @param detail the value found and the values accepted, without the token
	 * @param warning the warning
	 */
	TokenRejectedException(TokenRejection rejection, Supplier<String> detail, @Nullable RejectionWarning warning) {
		this(rejection, detail, warning, List.of());
	}

	/**
	 * Create an exception for errors of the application's validators.
	 * @param rejection the reason
	 * @param errors the errors
	 */
	TokenRejectedException(TokenRejection rejection, Collection<OAuth2Error> errors) {
		this(rejection, null, null, List.copyOf(errors));
	}

	private TokenRejectedException(TokenRejection rejection, @Nullable Supplier<String> detail,
			@Nullable RejectionWarning warning, List<OAuth2Error> errors) {
		// Forged tokens arrive in large numbers: no stack trace
		super(rejection.value(), null, false, false);
		this.rejection = rejection;
		this.detail = detail;
		this.warning = warning;
		this.errors = errors;
	}

	static void unless(TokenRejection rejection, boolean condition) {
		if (!condition) {
			throw new TokenRejectedException(rejection);
		}
	}

	static void unless(TokenRejection rejection, boolean condition, Supplier<String> detail) {
		if (!condition) {
			throw new TokenRejectedException(rejection, detail);
		}
	}

	TokenRejection rejection() {
		return this.rejection;
	}

	/**
	 * Return the reason and its detail.
	 * @return a text for the log
	 */
	String describe() {
		return this.rejection.value() + ((this.detail != null) ? ": " + this.detail.get() : "");
	}

	@Nullable RejectionWarning warning() {
		return this.warning;
	}

	List<OAuth2Error> errors() {
		return this.errors;
	}

}
