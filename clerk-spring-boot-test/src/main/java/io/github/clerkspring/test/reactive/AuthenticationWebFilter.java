package io.github.clerkspring.test.reactive;

import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.github.clerkspring.test.session.SessionAuthentications;
import io.github.clerkspring.test.session.SessionClaims;

/**
 * Filter that establishes a session for an exchange. It precedes all other filters, and
 * Spring Security retains an existing security context.
 */
final class SessionWebFilter implements WebFilter {

	private final SessionClaims<?> claims;

	SessionWebFilter(SessionClaims<?> claims) {
		this.claims = claims;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ApplicationContext context = exchange.getApplicationContext();
		if (context == null) {
			throw new IllegalStateException("The WebTestClient is not bound to an application context");
		}
		return chain.filter(exchange)
			.contextWrite(ReactiveSecurityContextHolder
				.withAuthentication(SessionAuthentications.authenticate(this.claims, context)));
	}

}
