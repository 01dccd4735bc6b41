package io.github.clerkspring.security.reactive;

import java.net.URI;

import org.springframework.http.server.reactive.ServerHttpRequest;

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

}
