package io.github.clerkspring.boot.security;

import java.util.Map;

import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Checks at start whether a request to any path matches a {@link SecurityFilterChain}.
 */
class FilterChainCoverage implements SmartInitializingSingleton {

	private final ListableBeanFactory beanFactory;

	private final ServletContext servletContext;

	private final String servletPath;

	FilterChainCoverage(ListableBeanFactory beanFactory, ServletContext servletContext, String servletPath) {
		this.beanFactory = beanFactory;
		this.servletContext = servletContext;
		this.servletPath = servletPath;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, SecurityFilterChain> chains = this.beanFactory.getBeansOfType(SecurityFilterChain.class);
		try {
			if (!chains.isEmpty() && chains.values().stream().noneMatch(this::matches)) {
				UnmatchedRequests.warn(chains.keySet());
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
