package io.github.clerkspring.boot.security;

import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import io.github.clerkspring.security.ClerkUnavailableException;

/**
 * Describes the failure of a fetch of the keys in a single line, without secrets.
 */
final class KeyFailure {

	private KeyFailure() {
	}

	static String describe(Throwable failure) {
		Throwable cause = (failure instanceof ClerkUnavailableException) ? failure.getCause() : failure;
		cause = (cause instanceof WebClientRequestException && cause.getCause() != null) ? cause.getCause() : cause;
		String detail = detail(cause);
		return (failure instanceof ClerkUnavailableException unavailable)
				? unavailable.rejection().value() + ", " + detail : detail;
	}

	private static String detail(@Nullable Throwable cause) {
		if (cause == null) {
			return "cause not known";
		}
		if (cause instanceof TimeoutException) {
			return "no response within 'clerk.jwks.timeout'";
		}
		boolean ours = cause.getClass().getName().startsWith("io.github.clerkspring.");
		return (ours) ? String.valueOf(cause.getMessage())
				: cause.getClass().getSimpleName() + ": " + cause.getMessage();
	}

}
