package io.github.clerkspring.security.servlet;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

import io.github.clerkspring.security.ClerkUnavailableException;

/**
 * Responds with 503 and {@code Retry-After} if a security chain fails because no keys are
 * available, for chains that use Clerk's decoder without Clerk's entry point. It must
 * precede Spring Security. Other exceptions are propagated.
 */
public final class KeysUnavailableFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (AuthenticationServiceException ex) {
			ClerkUnavailableException failure = ClerkUnavailableException.in(ex);
			if (failure == null || response.isCommitted()) {
				throw ex;
			}
			KeysUnavailableResponse.write(response, failure);
		}
	}

}
