package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.PreFlightRequestHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets the application respond to CORS preflight requests, which have no token: its
 * {@link CorsWebFilter} if there is one, else the handlers of the requested path. They
 * are those of the application context that serves the request, which is not the one of
 * the chain when the actuator has its own port.
 */
final class PreFlightWebFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ApplicationContext context = exchange.getApplicationContext();
		if (context == null || !CorsUtils.isPreFlightRequest(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		CorsWebFilter filter = unique(context, CorsWebFilter.class);
		if (filter != null) {
			return filter.filter(exchange, chain);
		}
		PreFlightRequestHandler handler = unique(context, PreFlightRequestHandler.class);
		return (handler != null) ? handler.handlePreFlight(exchange) : chain.filter(exchange);
	}

	private static <T> @Nullable T unique(ApplicationContext context, Class<T> type) {
		return context.getBeanProvider(type).getIfUnique();
	}

}
