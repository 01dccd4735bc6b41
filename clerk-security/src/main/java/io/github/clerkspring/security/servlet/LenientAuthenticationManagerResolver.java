package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Ignores invalid tokens of the requests that match. Unavailable keys remain a failure,
 * since the token may be valid.
 */
final class LenientAuthenticationManagerResolver implements AuthenticationManagerResolver<HttpServletRequest> {

	private final AuthenticationManagerResolver<HttpServletRequest> delegate;

	private final RequestMatcher lenient;

	LenientAuthenticationManagerResolver(AuthenticationManagerResolver<HttpServletRequest> delegate,
			RequestMatcher lenient) {
		this.delegate = delegate;
		this.lenient = lenient;
	}

	@Override
	public AuthenticationManager resolve(HttpServletRequest request) {
		AuthenticationManager manager = this.delegate.resolve(request);
		return (this.lenient.matches(request)) ? (token) -> authenticate(manager, token) : manager;
	}

	private static Authentication authenticate(AuthenticationManager manager, Authentication token) {
		try {
			return manager.authenticate(token);
		}
		catch (OAuth2AuthenticationException ex) {
			return new IgnoredToken();
		}
	}

}
