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
 * Delegates CORS preflight requests, which have no token, to the application: to its
 * {@link CorsWebFilter} if present, else to the handlers of the requested path. The
 * handlers are those of the application context of the request, which differs from the
 * context of the chain if the actuator has its own port.
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
