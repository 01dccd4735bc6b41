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
 * The {@code WWW-Authenticate} challenge (RFC 6750) for unauthenticated requests. Spring
 * Security's own challenges differ between the stacks: on one of them they contain a URL
 * that is derived from the {@code Host} header of the request.
 *
 * @param status the status of the response
 * @param header the value of the header
 */
public record BearerChallenge(HttpStatus status, String header) {

	/**
	 * Return the challenge for an exception.
	 * @param exception the exception
	 * @return a challenge, with the error if the request had a token
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
		add(parameters, "scope", (error instanceof BearerTokenError known) ? known.getScope() : null);
		return new BearerChallenge(
				(error instanceof BearerTokenError known) ? known.getHttpStatus() : HttpStatus.UNAUTHORIZED,
				"Bearer " + String.join(", ", parameters));
	}

	/**
	 * Add the location of the metadata of the resource (RFC 9728).
	 * @param metadataUrl the URL, or {@code null} if there is no metadata
	 * @return a challenge
	 */
	public BearerChallenge withResourceMetadata(@Nullable String metadataUrl) {
		return (metadataUrl != null) ? new BearerChallenge(this.status,
				this.header + (this.header.contains("=") ? ", " : " ") + "resource_metadata=\"" + metadataUrl + "\"")
				: this;
	}

	private static void add(List<String> parameters, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			parameters.add(name + "=\"" + value + "\"");
		}
	}

}
