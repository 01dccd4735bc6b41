package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.machine.ProtectedResource;

/**
 * URL of the application according to a request.
 */
final class ApplicationUrl {

	private ApplicationUrl() {
	}

	static String of(HttpServletRequest request) {
		String url = request.getRequestURL().toString();
		return url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
	}

	static @Nullable String metadata(@Nullable ProtectedResource resource, HttpServletRequest request) {
		return (resource != null) ? resource.metadataUrl(of(request)) : null;
	}

}
