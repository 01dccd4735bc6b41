package io.github.clerkspring.security.reactive;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.Assert;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.machine.ProtectedResource;

/**
 * Publishes the metadata of an application that accepts OAuth access tokens (RFC 9728).
 * It must precede Spring Security. Scripts of all origins can read the metadata.
 */
public final class ProtectedResourceMetadataWebFilter implements WebFilter {

	private final ProtectedResource resource;

	/**
	 * Create a filter.
	 * @param resource the resource
	 */
	public ProtectedResourceMetadataWebFilter(ProtectedResource resource) {
		Assert.notNull(resource, "resource must not be null");
		this.resource = resource;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String metadata = metadata(exchange.getRequest());
		return (metadata != null) ? respond(exchange, metadata) : chain.filter(exchange);
	}

	private @Nullable String metadata(ServerHttpRequest request) {
		boolean readable = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD
				|| CorsUtils.isPreFlightRequest(request);
		return (readable) ? this.resource.metadata(ServerApplicationUrl.of(request),
				request.getPath().pathWithinApplication().value()) : null;
	}

	private static Mono<Void> respond(ServerWebExchange exchange, String metadata) {
		ServerHttpResponse response = exchange.getResponse();
		HttpHeaders headers = response.getHeaders();
		headers.setAccessControlAllowOrigin("*");
		if (CorsUtils.isPreFlightRequest(exchange.getRequest())) {
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, HttpMethod.GET.name());
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*");
			return response.setComplete();
		}
		byte[] body = metadata.getBytes(StandardCharsets.UTF_8);
		headers.setContentType(MediaType.APPLICATION_JSON);
		headers.setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
