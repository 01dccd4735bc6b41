package io.github.clerkspring.security.keys;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.TokenRejection;

/**
 * Indicates that the keys could not be fetched. The message contains the reason and no
 * secret.
 */
final class KeyServerException extends RuntimeException {

	private final TokenRejection rejection;

	private final boolean retryable;

	private final @Nullable Duration retryAfter;

	KeyServerException(TokenRejection rejection, String message) {
		this(rejection, message, false, null, null);
	}

	KeyServerException(TokenRejection rejection, String message, boolean retryable, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		super(message, cause);
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
