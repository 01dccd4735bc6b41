package io.github.clerkspring.security.reactive;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

import io.github.clerkspring.security.machine.ProtectedResource;

/**
 * URL of the application according to a request.
 */
final class ServerApplicationUrl {

	private ServerApplicationUrl() {
	}

	static String of(ServerHttpRequest request) {
		URI uri = request.getURI();
		return uri.getScheme() + "://" + uri.getRawAuthority() + request.getPath().contextPath().value();
	}

	static @Nullable String metadata(@Nullable ProtectedResource resource, ServerHttpRequest request) {
		return (resource != null) ? resource.metadataUrl(of(request)) : null;
	}

}
