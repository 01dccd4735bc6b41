package io.github.clerkspring.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Indicates that a token cannot be verified because no keys are available, or because
 * Clerk does not respond to the request to verify it. The token may be valid, so the
 * response is 503, not 401.
 */
public class ClerkUnavailableException extends JwtException {

	private final TokenRejection rejection;

	private final Duration retryAfter;

	/**
	 * Create an exception.
	 * @param rejection the reason
	 * @param retryAfter the time after which to try again
	 * @param cause the cause, or {@code null}
	 */
	public ClerkUnavailableException(TokenRejection rejection, Duration retryAfter, @Nullable Throwable cause) {
		super("The token cannot be verified at present");
		if (cause != null) {
			initCause(cause);
		}
		this.rejection = rejection;
		this.retryAfter = retryAfter;
	}

	/**
	 * Return the reason.
	 * @return a rejection for which {@link TokenRejection#isUnavailable()} is
	 * {@code true}
	 */
	public TokenRejection rejection() {
		return this.rejection;
	}

	/**
	 * Return the value of a {@code Retry-After} header.
	 * @return whole seconds, at least one
	 */
	public long retryAfterSeconds() {
		return Math.max(1, this.retryAfter.plusMillis(999).toSeconds());
	}

	/**
	 * Find an exception of this type among an exception and its causes.
	 * @param exception the exception, or {@code null}
	 * @return the exception found, or {@code null}
	 */
	public static @Nullable ClerkUnavailableException in(@Nullable Throwable exception) {
		Throwable current = exception;
		for (int depth = 0; current != null && depth < 10; depth++) {
			if (current instanceof ClerkUnavailableException found) {
				return found;
			}
			current = current.getCause();
		}
		return null;
	}

}
