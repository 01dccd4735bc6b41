package io.github.clerkspring.security.reactive;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

import io.github.clerkspring.security.web.RequestView;

/**
 * {@link RequestView} of a reactive request.
 *
 * @param request the request
 */
record ServerRequestView(ServerHttpRequest request) implements RequestView {

	@Override
	public String method() {
		return this.request.getMethod().name();
	}

	@Override
	public List<String> headers(String name) {
		return this.request.getHeaders().getOrEmpty(name);
	}

	@Override
	public @Nullable String cookie(String name) {
		HttpCookie cookie = this.request.getCookies().getFirst(name);
		return (cookie != null) ? cookie.getValue() : null;
	}

}
