package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.machine.ProtectedResource;
import io.github.clerkspring.security.web.BearerChallenge;

/**
 * Responds with 401 and a challenge (RFC 6750), or with 503 and {@code Retry-After} if no
 * keys are available.
 */
public final class ServerClerkAuthenticationEntryPoint implements ServerAuthenticationEntryPoint {

	private final @Nullable ProtectedResource resource;

	/**
	 * Create an entry point whose challenges name no metadata.
	 */
	public ServerClerkAuthenticationEntryPoint() {
		this(null);
	}

	/**
	 * Create an entry point.
	 * @param resource the resource whose metadata challenges name (RFC 9728), or
	 * {@code null} if OAuth access tokens are not accepted
	 */
	public ServerClerkAuthenticationEntryPoint(@Nullable ProtectedResource resource) {
		this.resource = resource;
	}

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException exception) {
		ClerkUnavailableException failure = ClerkUnavailableException.in(exception);
		return (failure != null) ? ServerKeysUnavailableResponse.answer(exchange, failure)
				: answer(exchange, BearerChallenge.of(exception)
					.withResourceMetadata(ServerApplicationUrl.metadata(this.resource, exchange.getRequest())));
	}

	private static Mono<Void> answer(ServerWebExchange exchange, BearerChallenge challenge) {
		return Mono.defer(() -> {
			exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge.header());
			exchange.getResponse().setStatusCode(challenge.status());
			return exchange.getResponse().setComplete();
		});
	}

}
