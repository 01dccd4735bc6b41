package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.util.Assert;

import io.github.clerkspring.security.web.SessionTokenReader;

/**
 * {@link BearerTokenResolver} that reads session tokens from the header or from Clerk's
 * cookies.
 */
public final class ClerkBearerTokenResolver implements BearerTokenResolver {

	private final SessionTokenReader reader;

	/**
	 * Create a resolver.
	 * @param reader reads the token of a request
	 */
	public ClerkBearerTokenResolver(SessionTokenReader reader) {
		Assert.notNull(reader, "reader must not be null");
		this.reader = reader;
	}

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		return this.reader.read(new ServletRequestView(request));
	}

}
