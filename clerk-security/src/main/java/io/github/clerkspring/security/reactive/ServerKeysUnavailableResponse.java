package io.github.clerkspring.security.reactive;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkUnavailableException;

/**
 * Response to requests whose token cannot be verified because no keys are available.
 */
final class ServerKeysUnavailableResponse {

	private ServerKeysUnavailableResponse() {
	}

	static Mono<Void> answer(ServerWebExchange exchange, ClerkUnavailableException failure) {
		return Mono.defer(() -> {
			ServerHttpResponse response = exchange.getResponse();
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(failure.retryAfterSeconds()));
			response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
			return response.setComplete();
		});
	}

}
