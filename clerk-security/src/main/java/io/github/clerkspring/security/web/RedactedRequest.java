package io.github.clerkspring.security.web;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Keeps tokens out of exceptions and events: Spring Security puts the request for
 * authentication, whose name is the token, into both. Each web stack uses this; it is not
 * meant for applications.
 */
public final class RedactedRequest {

	/**
	 * What stands in place of a token.
	 */
	public static final String REDACTED = "redacted";

	private RedactedRequest() {
	}

	/**
	 * Replace the request that an exception holds.
	 * @param exception why the request failed
	 * @param request the request
	 * @return the request without its token, but with its details
	 */
	public static Authentication in(AuthenticationException exception, Authentication request) {
		BearerTokenAuthenticationToken redacted = new BearerTokenAuthenticationToken(REDACTED);
		redacted.setDetails(request.getDetails());
		exception.setAuthenticationRequest(redacted);
		return redacted;
	}

}
