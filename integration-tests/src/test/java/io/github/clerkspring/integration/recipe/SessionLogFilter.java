package io.github.clerkspring.integration.recipe;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.github.clerkspring.security.ClerkSession;

class SessionLogFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		try {
			if (authentication != null && authentication.getPrincipal() instanceof ClerkSession session) {
				MDC.put("user", session.userId());
				MDC.put("actor", (session.actor() != null) ? session.actor().subject() : null);
				MDC.put("organization", (session.organization() != null) ? session.organization().id() : null);
			}
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove("user");
			MDC.remove("actor");
			MDC.remove("organization");
		}
	}

}
