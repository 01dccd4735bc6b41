package io.github.clerkspring.boot.security;

import java.util.Map;

import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Checks at startup whether a request to an arbitrary path matches a
 * {@link SecurityFilterChain}.
 */
class FilterChainCoverage implements SmartInitializingSingleton {

	private final Map<String, SecurityFilterChain> chains;

	private final ServletContext servletContext;

	private final String servletPath;

	FilterChainCoverage(Map<String, SecurityFilterChain> chains, ServletContext servletContext, String servletPath) {
		this.chains = chains;
		this.servletContext = servletContext;
		this.servletPath = servletPath;
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			if (!this.chains.isEmpty() && this.chains.values().stream().noneMatch(this::matches)) {
				UnmatchedRequests.warn(this.chains.keySet());
			}
		}
		catch (RuntimeException ex) {
			UnmatchedRequests.skip(ex);
		}
	}

	private boolean matches(SecurityFilterChain chain) {
		return chain
			.matches(new UnroutedRequest(this.servletContext, this.servletPath, UnmatchedRequests.randomPath()));
	}

}
