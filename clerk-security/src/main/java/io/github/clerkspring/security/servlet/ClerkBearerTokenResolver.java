package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.Assert;

import io.github.clerkspring.security.session.SessionTokenReader;

/**
 * {@link BearerTokenResolver} that finds session tokens where Clerk puts them.
 */
public final class ClerkBearerTokenResolver implements BearerTokenResolver {

	private final SessionTokenReader reader;

	private final RequestMatcher lenient;

	/**
	 * Create a resolver.
	 * @param reader what knows where tokens are
	 * @param lenient requests for which a malformed header counts as no token
	 */
	public ClerkBearerTokenResolver(SessionTokenReader reader, RequestMatcher lenient) {
		Assert.notNull(reader, "reader must not be null");
		Assert.notNull(lenient, "lenient must not be null");
		this.reader = reader;
		this.lenient = lenient;
	}

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		try {
			return this.reader.read(new ServletRequestView(request));
		}
		catch (OAuth2AuthenticationException ex) {
			if (this.lenient.matches(request)) {
				return null;
			}
			throw ex;
		}
	}

}
