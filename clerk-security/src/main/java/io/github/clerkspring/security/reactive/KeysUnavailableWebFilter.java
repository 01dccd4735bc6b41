package io.github.clerkspring.security.reactive;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkUnavailableException;

/**
 * Responds with 503 and {@code Retry-After} if a security chain fails because no keys are
 * available, for chains that use Clerk's decoder without Clerk's entry point. It must
 * precede Spring Security. Other errors are propagated.
 */
public final class KeysUnavailableWebFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return chain.filter(exchange).onErrorResume(AuthenticationServiceException.class, (ex) -> {
			ClerkUnavailableException failure = ClerkUnavailableException.in(ex);
			return (failure != null && !exchange.getResponse().isCommitted())
					? ServerKeysUnavailableResponse.answer(exchange, failure) : Mono.error(ex);
		});
	}

}
