package io.github.clerkspring.security.machine.opaque;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClientException;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.security.TokenRejection;

/**
 * Converts failures of the request to verify a token to outcomes. A failure that is
 * caused by a setting is logged as a warning, once for each status. Nothing is quoted
 * from a response, as it may repeat the token.
 */
final class VerifyFailures {

	private static final Log logger = LogFactory.getLog(OpaqueTokenVerifier.class);

	private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(60);

	private static final Duration MIN_RETRY_AFTER = Duration.ofSeconds(1);

	private final Duration timeout;

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	VerifyFailures(Duration timeout) {
		this.timeout = timeout;
	}

	VerificationOutcome explain(OpaqueTokenFormat format, Throwable failure) {
		if (failure instanceof ClerkApiException response) {
			return explainResponse(format, response);
		}
		if (failure instanceof TimeoutException) {
			return unavailable("no complete response within " + this.timeout.toMillis() + " ms");
		}
		Throwable cause = (failure instanceof WebClientException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return unavailable("no complete response: " + cause.getClass().getSimpleName());
	}

	private VerificationOutcome explainResponse(OpaqueTokenFormat format, ClerkApiException response) {
		String detail = "Clerk answered " + response.status();
		boolean error = !response.errors().isEmpty();
		switch (response.status()) {
			case 404:
				warnIf(!error, format, response.status(), "the response is not an error of Clerk, check clerk.api-url");
				return new VerificationOutcome.Refused(TokenRejection.TOKEN_INVALID, detail);
			case 400, 422:
				warnIf(!error, format, response.status(), "the response is not an error of Clerk, check clerk.api-url");
				return (error) ? new VerificationOutcome.Refused(TokenRejection.TOKEN_INVALID, detail)
						: unavailable(detail);
			case 401:
				warnIf(true, format, response.status(), "the secret key of the application is not accepted");
				return VerificationOutcome.Unavailable.because(TokenRejection.SECRET_KEY_INVALID, detail);
			case 429:
				return new VerificationOutcome.Unavailable(TokenRejection.UNEXPECTED_ERROR,
						retryAfter(response.retryAfter()), detail);
			default:
				warnIf(response.status() < 500, format, response.status(), "such tokens cannot be verified");
				return new VerificationOutcome.Unavailable(TokenRejection.UNEXPECTED_ERROR,
						retryAfter(response.retryAfter()), detail);
		}
	}

	private void warnIf(boolean condition, OpaqueTokenFormat format, int status, String reason) {
		if (condition && this.warned.add(format + " " + status)) {
			logger.warn("Clerk answered " + status + " to the request to verify a token (" + format.label() + "): "
					+ reason + ". This is logged once");
		}
	}

	private static VerificationOutcome.Unavailable unavailable(String detail) {
		return VerificationOutcome.Unavailable.because(TokenRejection.UNEXPECTED_ERROR, detail);
	}

	private static Duration retryAfter(@Nullable Duration requested) {
		if (requested == null || requested.compareTo(MIN_RETRY_AFTER) < 0) {
			return MIN_RETRY_AFTER;
		}
		return (requested.compareTo(MAX_RETRY_AFTER) > 0) ? MAX_RETRY_AFTER : requested;
	}

}
