package io.github.clerkspring.security.servlet;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

import io.github.clerkspring.security.ClerkKeysUnavailableException;

/**
 * Answers 503 with {@code Retry-After} when a security chain that knows nothing of Clerk
 * but its decoder throws because there are no keys. It belongs in front of Spring
 * Security; all other exceptions pass.
 */
public final class KeysUnavailableFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (AuthenticationServiceException ex) {
			ClerkKeysUnavailableException failure = ClerkKeysUnavailableException.in(ex);
			if (failure == null || response.isCommitted()) {
				throw ex;
			}
			KeysUnavailableResponse.write(response, failure);
		}
	}

}
