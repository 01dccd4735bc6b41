package io.github.clerkspring.security.web;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Removes tokens from exceptions and events, to which Spring Security adds the
 * authentication request, whose name is the token.
 */
public final class RedactedRequest {

	/**
	 * Replacement of a token.
	 */
	public static final String REDACTED = "redacted";

	private RedactedRequest() {
	}

	/**
	 * Replace the authentication request of an exception.
	 * @param exception the exception
	 * @param request the authentication request
	 * @return the authentication request without its token, with its details
	 */
	public static Authentication in(AuthenticationException exception, Authentication request) {
		BearerTokenAuthenticationToken redacted = new BearerTokenAuthenticationToken(REDACTED);
		redacted.setDetails(request.getDetails());
		exception.setAuthenticationRequest(redacted);
		return redacted;
	}

}
