package io.github.clerkspring.security.reactive;

import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Ignores invalid tokens of the requests that match. Unavailable keys remain a failure,
 * since the token may be valid.
 */
final class ReactiveLenientAuthenticationManagerResolver
		implements ReactiveAuthenticationManagerResolver<ServerWebExchange> {

	private final ReactiveAuthenticationManagerResolver<ServerWebExchange> delegate;

	private final ServerWebExchangeMatcher lenient;

	ReactiveLenientAuthenticationManagerResolver(ReactiveAuthenticationManagerResolver<ServerWebExchange> delegate,
			ServerWebExchangeMatcher lenient) {
		this.delegate = delegate;
		this.lenient = lenient;
	}

	@Override
	public Mono<ReactiveAuthenticationManager> resolve(ServerWebExchange exchange) {
		return this.delegate.resolve(exchange)
			.flatMap((manager) -> this.lenient.matches(exchange)
				.map((result) -> (result.isMatch()) ? ignoringInvalidTokens(manager) : manager));
	}

	private static ReactiveAuthenticationManager ignoringInvalidTokens(ReactiveAuthenticationManager manager) {
		return (token) -> manager.authenticate(token)
			.onErrorMap(OAuth2AuthenticationException.class, IgnoredTokenException::new);
	}

}
