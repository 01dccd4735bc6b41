package io.github.clerkspring.security.servlet;

import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.web.RequestView;

/**
 * {@link RequestView} of a servlet request.
 *
 * @param request the request
 */
record ServletRequestView(HttpServletRequest request) implements RequestView {

	@Override
	public String method() {
		return this.request.getMethod();
	}

	@Override
	public List<String> headers(String name) {
		return Collections.list(this.request.getHeaders(name));
	}

	@Override
	public @Nullable String cookie(String name) {
		Cookie[] cookies = this.request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(name)) {
					return cookie.getValue();
				}
			}
		}
		return null;
	}

}
