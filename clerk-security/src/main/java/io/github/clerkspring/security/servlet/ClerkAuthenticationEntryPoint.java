package io.github.clerkspring.security.servlet;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

import io.github.clerkspring.security.session.ClerkKeysUnavailableException;

/**
 * Answers 401 with a challenge as RFC 6750 wants it, and 503 with {@code Retry-After} if
 * there are no keys.
 */
public final class ClerkAuthenticationEntryPoint implements AuthenticationEntryPoint {

	private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException, ServletException {
		ClerkKeysUnavailableException failure = ClerkKeysUnavailableException.in(exception);
		if (failure != null) {
			KeysUnavailableResponse.write(response, failure);
			return;
		}
		this.challenge.commence(request, response, exception);
	}

}
