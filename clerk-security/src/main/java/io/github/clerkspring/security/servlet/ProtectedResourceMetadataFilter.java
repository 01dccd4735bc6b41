package io.github.clerkspring.security.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

import io.github.clerkspring.security.machine.ProtectedResource;

/**
 * Publishes the metadata of an application that accepts OAuth access tokens (RFC 9728).
 * It must precede Spring Security, whose own filter for this path publishes claims that
 * are not true for Clerk. Scripts of all origins can read the metadata.
 */
public final class ProtectedResourceMetadataFilter extends OncePerRequestFilter {

	private final ProtectedResource resource;

	/**
	 * Create a filter.
	 * @param resource the resource
	 */
	public ProtectedResourceMetadataFilter(ProtectedResource resource) {
		Assert.notNull(resource, "resource must not be null");
		this.resource = resource;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String metadata = metadata(request);
		if (metadata == null) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
		if (CorsUtils.isPreFlightRequest(request)) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, HttpMethod.GET.name());
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*");
			return;
		}
		byte[] body = metadata.getBytes(StandardCharsets.UTF_8);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private @Nullable String metadata(HttpServletRequest request) {
		boolean readable = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())
				|| CorsUtils.isPreFlightRequest(request);
		return (readable) ? this.resource.metadata(ApplicationUrl.of(request),
				request.getRequestURI().substring(request.getContextPath().length())) : null;
	}

}
