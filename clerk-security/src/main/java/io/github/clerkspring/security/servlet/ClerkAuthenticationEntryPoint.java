package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

import io.github.clerkspring.security.ClerkKeysUnavailableException;
import io.github.clerkspring.security.web.BearerChallenge;

/**
 * Answers 401 with a challenge as RFC 6750 wants it, and 503 with {@code Retry-After} if
 * there are no keys.
 */
public final class ClerkAuthenticationEntryPoint implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
		ClerkKeysUnavailableException failure = ClerkKeysUnavailableException.in(exception);
		if (failure != null) {
			KeysUnavailableResponse.write(response, failure);
			return;
		}
		BearerChallenge challenge = BearerChallenge.of(exception);
		response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge.header());
		response.setStatus(challenge.status().value());
	}

}
