package io.github.clerkspring.security.keys;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClientException;

import io.github.clerkspring.security.TokenRejection;

/**
 * Describes why the keys could not be fetched. Exceptions of {@code WebClient} are not
 * retained, because they contain the headers of the request and therefore the secret key.
 *
 * @param place the location of the keys, without user info and query
 * @param timeout the timeout of a fetch
 */
record KeyFetchFailure(String place, Duration timeout) {

	private static final int MAX_LENGTH = 300;

	/**
	 * Return the location of the keys for the log.
	 * @param uri the URI
	 * @return the URI without user info and query, which may be secret
	 */
	static String place(URI uri) {
		String authority = String.valueOf(uri.getAuthority());
		return uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + uri.getPath();
	}

	KeyServerException explain(Throwable failure) {
		if (failure instanceof KeyServerException known) {
			return exception(known.rejection(), String.valueOf(known.getMessage()), known.retryAfter(), null);
		}
		if (failure instanceof TimeoutException) {
			return unreachable("No complete response within " + this.timeout.toMillis() + " ms", null);
		}
		Throwable cause = (failure instanceof WebClientException) ? failure.getCause() : failure;
		if (cause == null || cause instanceof WebClientException) {
			return unreachable("The response cannot be read", null);
		}
		return unreachable(cause.getClass().getSimpleName() + shorten(cause.getMessage()), cause);
	}

	KeyServerException refused(HttpStatusCode status, boolean withSecretKey, boolean retryable,
			@Nullable Duration retryAfter) {
		boolean wrongKey = withSecretKey && status.isSameCodeAs(HttpStatus.UNAUTHORIZED);
		return new KeyServerException(
				(wrongKey) ? TokenRejection.SECRET_KEY_INVALID : TokenRejection.JWK_REMOTE_FAILED_TO_LOAD,
				"The key server answered " + status.value() + remedy(status, wrongKey), retryable, retryAfter, null);
	}

	private String remedy(HttpStatusCode status, boolean wrongKey) {
		if (wrongKey) {
			return ", the secret key is not accepted there";
		}
		if (this.place.contains("/v1/v1/")) {
			return ", the path has /v1 twice: the base URL is configured without it";
		}
		return (status.is3xxRedirection()) ? ", redirects are not followed" : "";
	}

	private static KeyServerException unreachable(String reason, @Nullable Throwable cause) {
		return exception(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD, reason, null, cause);
	}

	private static KeyServerException exception(TokenRejection rejection, String reason, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		return new KeyServerException(rejection, reason, false, retryAfter, cause);
	}

	private static String shorten(@Nullable String message) {
		if (message == null) {
			return "";
		}
		return ": " + ((message.length() > MAX_LENGTH) ? message.substring(0, MAX_LENGTH) + "…" : message);
	}

}
