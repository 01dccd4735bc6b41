package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.machine.ProtectedResource;
import io.github.clerkspring.security.web.BearerChallenge;

/**
 * Responds with 401 and a challenge (RFC 6750), or with 503 and {@code Retry-After} if no
 * keys are available.
 */
public final class ClerkAuthenticationEntryPoint implements AuthenticationEntryPoint {

	private final @Nullable ProtectedResource resource;

	/**
	 * Create an entry point whose challenges name no metadata.
	 */
	public ClerkAuthenticationEntryPoint() {
		this(null);
	}

	/**
	 * Create an entry point.
	 * @param resource the resource whose metadata challenges name (RFC 9728), or
	 * {@code null} if OAuth access tokens are not accepted
	 */
	public ClerkAuthenticationEntryPoint(@Nullable ProtectedResource resource) {
		this.resource = resource;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
		ClerkUnavailableException failure = ClerkUnavailableException.in(exception);
		if (failure != null) {
			KeysUnavailableResponse.write(response, failure);
			return;
		}
		BearerChallenge challenge = BearerChallenge.of(exception)
			.withResourceMetadata(ApplicationUrl.metadata(this.resource, request));
		response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge.header());
		response.setStatus(challenge.status().value());
	}

}
