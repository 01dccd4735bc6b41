package io.github.clerkspring.test.reactive;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;

/**
 * Filter that establishes an authentication for an exchange. It precedes all other
 * filters, and Spring Security retains an existing security context.
 */
final class AuthenticationWebFilter implements WebFilter {

	private final Function<ApplicationContext, Authentication> authentication;

	private AuthenticationWebFilter(Function<ApplicationContext, Authentication> authentication) {
		this.authentication = authentication;
	}

	static void add(WebTestClient.Builder builder, @Nullable WebHttpHandlerBuilder handlerBuilder,
			@Nullable ClientHttpConnector connector, Function<ApplicationContext, Authentication> authentication,
			String alternative) {
		if (handlerBuilder == null) {
			throw new IllegalStateException("An authentication can be established only for requests of a WebTestClient "
					+ "that is bound to the reactive application context. " + alternative);
		}
		SecurityMockServerConfigurers.csrf().afterConfigurerAdded(builder, handlerBuilder, connector);
		handlerBuilder.filters((filters) -> filters.add(0, new AuthenticationWebFilter(authentication)));
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ApplicationContext context = exchange.getApplicationContext();
		if (context == null) {
			throw new IllegalStateException("The WebTestClient is not bound to an application context");
		}
		return chain.filter(exchange)
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(this.authentication.apply(context)));
	}

}
