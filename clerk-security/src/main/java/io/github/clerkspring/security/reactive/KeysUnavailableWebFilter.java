package io.github.clerkspring.security.reactive;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkKeysUnavailableException;

/**
 * Answers 503 with {@code Retry-After} when a security chain that knows nothing of Clerk
 * but its decoder fails because there are no keys. It belongs in front of Spring
 * Security; all other errors pass.
 */
public final class KeysUnavailableWebFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return chain.filter(exchange).onErrorResume(AuthenticationServiceException.class, (ex) -> {
			ClerkKeysUnavailableException failure = ClerkKeysUnavailableException.in(ex);
			return (failure != null && !exchange.getResponse().isCommitted())
					? ServerKeysUnavailableResponse.answer(exchange, failure) : Mono.error(ex);
		});
	}

}
