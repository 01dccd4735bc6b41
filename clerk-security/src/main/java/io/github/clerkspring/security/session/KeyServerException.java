package io.github.clerkspring.security.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The key server did not answer as it should.
 */
final class KeyServerException extends RuntimeException {

	private final TokenRejection rejection;

	private final boolean retryable;

	private final @Nullable Duration retryAfter;

	KeyServerException(TokenRejection rejection, String message) {
		this(rejection, message, false, null);
	}

	KeyServerException(TokenRejection rejection, String message, boolean retryable, @Nullable Duration retryAfter) {
		super(message);
		this.rejection = rejection;
		this.retryable = retryable;
		this.retryAfter = retryAfter;
	}

	TokenRejection rejection() {
		return this.rejection;
	}

	boolean isRetryable() {
		return this.retryable;
	}

	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
