package io.github.clerkspring.boot.sync;

import java.time.Duration;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.github.clerkspring.webhook.sync.JustInTimeUsers;

/**
 * Filter that stores users on their first request, for the reactive stack.
 */
class JustInTimeWebFilter implements WebFilter, Ordered {

	private final JustInTimeUsers users;

	private final Duration timeout;

	JustInTimeWebFilter(JustInTimeUsers users, Duration timeout) {
		this.users = users;
		this.timeout = timeout;
	}

	@Override
	public int getOrder() {
		return JustInTimeOutcome.FILTER_ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull((context) -> JustInTimeOutcome.userId(context.getAuthentication()))
			.filter((userId) -> !this.users.isKnown(userId))
			.flatMap(this::store)
			.defaultIfEmpty(HttpStatus.OK)
			.flatMap((refusal) -> (refusal == HttpStatus.OK) ? chain.filter(exchange)
					: respond(exchange.getResponse(), refusal));
	}

	private Mono<HttpStatus> store(String userId) {
		return Mono.fromFuture(() -> this.users.ensure(userId))
			.timeout(this.timeout)
			.map((stored) -> (stored) ? HttpStatus.OK : JustInTimeOutcome.DELETED)
			.onErrorResume((ex) -> {
				JustInTimeOutcome.failed(userId, ex);
				return Mono.just(JustInTimeOutcome.UNAVAILABLE);
			});
	}

	private static Mono<Void> respond(ServerHttpResponse response, HttpStatus refusal) {
		if (refusal == JustInTimeOutcome.DELETED) {
			response.getHeaders().set(JustInTimeOutcome.CHALLENGE_HEADER, JustInTimeOutcome.CHALLENGE);
		}
		response.setStatusCode(refusal);
		return response.setComplete();
	}

}
