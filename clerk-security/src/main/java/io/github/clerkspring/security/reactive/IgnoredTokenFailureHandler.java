package io.github.clerkspring.security.reactive;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import reactor.core.publisher.Mono;

/**
 * Continues a request whose token is ignored as a request without a token, and delegates
 * all other failures to the entry point.
 */
final class IgnoredTokenFailureHandler implements ServerAuthenticationFailureHandler {

	private final ServerAuthenticationEntryPoint entryPoint;

	IgnoredTokenFailureHandler(ServerAuthenticationEntryPoint entryPoint) {
		this.entryPoint = entryPoint;
	}

	@Override
	public Mono<Void> onAuthenticationFailure(WebFilterExchange exchange, AuthenticationException exception) {
		return (exception instanceof IgnoredTokenException) ? exchange.getChain().filter(exchange.getExchange())
				: this.entryPoint.commence(exchange.getExchange(), exception);
	}

}
