package io.github.clerkspring.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * There are no keys that a token could be verified with. Nothing is known about the
 * token, so this is answered with 503, never with 401.
 */
public class ClerkKeysUnavailableException extends JwtException {

	private final TokenRejection rejection;

	private final Duration retryAfter;

	/**
	 * Create an exception.
	 * @param rejection what the trouble is
	 * @param retryAfter after how long another attempt makes sense
	 * @param cause what made the trouble, or {@code null}
	 */
	public ClerkKeysUnavailableException(TokenRejection rejection, Duration retryAfter, @Nullable Throwable cause) {
		super("The keys that verify tokens are not available");
		if (cause != null) {
			initCause(cause);
		}
		this.rejection = rejection;
		this.retryAfter = retryAfter;
	}

	/**
	 * Return what the trouble is.
	 * @return one of the rejections that are trouble with keys
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
	 * Find such an exception among the causes of another one.
	 * @param exception the exception to look into, or {@code null}
	 * @return the exception found, or {@code null}
	 */
	public static @Nullable ClerkKeysUnavailableException in(@Nullable Throwable exception) {
		Throwable current = exception;
		for (int depth = 0; current != null && depth < 10; depth++) {
			if (current instanceof ClerkKeysUnavailableException found) {
				return found;
			}
			current = current.getCause();
		}
		return null;
	}

}
