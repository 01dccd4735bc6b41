package io.github.clerkspring.boot.security;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.security.web.FilterInvocation;

/**
 * Synthetic {@code GET} request for evaluating matchers.
 */
final class UnroutedRequest extends HttpServletRequestWrapper {

	private final Map<String, Object> attributes = new HashMap<>();

	UnroutedRequest(ServletContext servletContext, String servletPath, String path) {
		super(new FilterInvocation(servletContext.getContextPath(), servletPath, path, null, "GET", servletContext)
			.getRequest());
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		return this.attributes.get(name);
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		if (value != null) {
			this.attributes.put(name, value);
		}
		else {
			removeAttribute(name);
		}
	}

	@Override
	public void removeAttribute(String name) {
		this.attributes.remove(name);
	}

	@Override
	public DispatcherType getDispatcherType() {
		return DispatcherType.REQUEST;
	}

	@Override
	public String getScheme() {
		return "http";
	}

	@Override
	public boolean isSecure() {
		return false;
	}

	@Override
	public String getRemoteAddr() {
		return "127.0.0.1";
	}

	/**
	 * Runtime hints for the proxy that Spring Security uses to create the wrapped
	 * request.
	 */
	static final class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.proxies().registerJdkProxy(HttpServletRequest.class);
		}

	}

}
