package io.github.clerkspring.security.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.resource.BearerTokenError;

/**
 * What callers are told who are not authenticated, as RFC 6750 wants it. Spring
 * Security's own answers differ between the stacks: one adds an address that it makes of
 * the caller's {@code Host} header. Each web stack uses this; it is not meant for
 * applications.
 *
 * @param status the status of the answer
 * @param header the value of its {@code WWW-Authenticate} header
 */
public record BearerChallenge(HttpStatus status, String header) {

	/**
	 * Return the challenge for a failure.
	 * @param exception why the caller is not authenticated
	 * @return a challenge that names the error if the caller sent a token
	 */
	public static BearerChallenge of(AuthenticationException exception) {
		if (!(exception instanceof OAuth2AuthenticationException failure)) {
			return new BearerChallenge(HttpStatus.UNAUTHORIZED, "Bearer");
		}
		OAuth2Error error = failure.getError();
		List<String> parameters = new ArrayList<>();
		add(parameters, "error", error.getErrorCode());
		add(parameters, "error_description", error.getDescription());
		add(parameters, "error_uri", error.getUri());
		return new BearerChallenge(
				(error instanceof BearerTokenError known) ? known.getHttpStatus() : HttpStatus.UNAUTHORIZED,
				"Bearer " + String.join(", ", parameters));
	}

	private static void add(List<String> parameters, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			parameters.add(name + "=\"" + value + "\"");
		}
	}

}
