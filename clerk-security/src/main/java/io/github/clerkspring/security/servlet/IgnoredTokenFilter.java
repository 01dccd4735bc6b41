package io.github.clerkspring.security.servlet;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Continues a request whose token is ignored as a request without a token.
 */
final class IgnoredTokenFilter extends GenericFilterBean {

	private final SecurityContextHolderStrategy contextHolder;

	IgnoredTokenFilter(SecurityContextHolderStrategy contextHolder) {
		this.contextHolder = contextHolder;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (this.contextHolder.getContext().getAuthentication() instanceof IgnoredToken) {
			this.contextHolder.clearContext();
		}
		chain.doFilter(request, response);
	}

}
