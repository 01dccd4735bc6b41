package io.github.clerkspring.security.reactive;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.web.BearerChallenge;

/**
 * Responds with 401 and a challenge (RFC 6750), or with 503 and {@code Retry-After} if no
 * keys are available.
 */
public final class ServerClerkAuthenticationEntryPoint implements ServerAuthenticationEntryPoint {

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException exception) {
		ClerkUnavailableException failure = ClerkUnavailableException.in(exception);
		return (failure != null) ? ServerKeysUnavailableResponse.answer(exchange, failure)
				: answer(exchange, BearerChallenge.of(exception));
	}

	private static Mono<Void> answer(ServerWebExchange exchange, BearerChallenge challenge) {
		return Mono.defer(() -> {
			exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge.header());
			exchange.getResponse().setStatusCode(challenge.status());
			return exchange.getResponse().setComplete();
		});
	}

}
