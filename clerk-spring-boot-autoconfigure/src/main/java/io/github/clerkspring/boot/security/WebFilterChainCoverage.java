package io.github.clerkspring.boot.security;

import java.util.Map;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/**
 * Checks at startup whether a request to an arbitrary path matches a
 * {@link SecurityWebFilterChain}.
 */
class WebFilterChainCoverage implements SmartInitializingSingleton {

	private final Map<String, SecurityWebFilterChain> chains;

	private final ApplicationContext context;

	WebFilterChainCoverage(Map<String, SecurityWebFilterChain> chains, ApplicationContext context) {
		this.chains = chains;
		this.context = context;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.chains.isEmpty()) {
			return;
		}
		ServerWebExchange exchange = UnroutedExchange.create(this.context, UnmatchedRequests.randomPath());
		Flux.fromIterable(this.chains.values())
			.filterWhen((chain) -> chain.matches(exchange))
			.hasElements()
			.filter((matched) -> !matched)
			.subscribe((unmatched) -> UnmatchedRequests.warn(this.chains.keySet()), UnmatchedRequests::skip);
	}

}
