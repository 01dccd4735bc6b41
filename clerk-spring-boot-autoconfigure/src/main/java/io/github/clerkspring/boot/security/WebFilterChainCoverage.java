package io.github.clerkspring.boot.security;

import java.util.Map;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/**
 * Checks at start whether a request to any path matches a {@link SecurityWebFilterChain}.
 */
class WebFilterChainCoverage implements SmartInitializingSingleton {

	private final ApplicationContext context;

	WebFilterChainCoverage(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, SecurityWebFilterChain> chains = this.context.getBeansOfType(SecurityWebFilterChain.class);
		if (chains.isEmpty()) {
			return;
		}
		ServerWebExchange exchange = UnroutedExchange.create(this.context, UnmatchedRequests.randomPath());
		Flux.fromIterable(chains.values())
			.filterWhen((chain) -> chain.matches(exchange))
			.hasElements()
			.filter((matched) -> !matched)
			.subscribe((unmatched) -> UnmatchedRequests.warn(chains.keySet()), UnmatchedRequests::skip);
	}

}
