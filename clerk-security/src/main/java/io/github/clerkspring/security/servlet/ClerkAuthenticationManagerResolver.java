package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.Assert;

import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;

/**
 * Gives a security chain the means to authenticate Clerk's tokens.
 *
 * <pre>{@code
 * http.oauth2ResourceServer((server) -> server.authenticationManagerResolver(clerk))
 * }</pre>
 */
public final class ClerkAuthenticationManagerResolver implements AuthenticationManagerResolver<HttpServletRequest> {

	private final ProviderManager strict;

	private final AuthenticationManager forgiving;

	private final RequestMatcher lenient;

	/**
	 * Create a resolver.
	 * @param decoder what verifies tokens
	 * @param converter what makes principals of them
	 * @param lenient requests for which a bad token means an anonymous caller
	 */
	public ClerkAuthenticationManagerResolver(JwtDecoder decoder, ClerkJwtAuthenticationConverter converter,
			RequestMatcher lenient) {
		Assert.notNull(lenient, "lenient must not be null");
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
		provider.setJwtAuthenticationConverter(converter);
		this.strict = new ProviderManager(provider);
		this.forgiving = new LenientAuthenticationManager(this.strict);
		this.lenient = lenient;
	}

	/**
	 * Set who is told about successes and failures. Defaults to nobody.
	 * @param publisher the publisher
	 */
	public void setAuthenticationEventPublisher(AuthenticationEventPublisher publisher) {
		this.strict.setAuthenticationEventPublisher(publisher);
	}

	@Override
	public AuthenticationManager resolve(HttpServletRequest request) {
		return (this.lenient.matches(request)) ? this.forgiving : this.strict;
	}

}
