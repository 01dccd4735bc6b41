package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.util.Assert;

import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;

/**
 * Resolves the {@link AuthenticationManager} that authenticates Clerk's tokens. Chains
 * are configured with {@link ClerkResourceServer}, which uses it.
 */
public final class ClerkAuthenticationManagerResolver implements AuthenticationManagerResolver<HttpServletRequest> {

	private final RedactingAuthenticationManager authenticationManager;

	/**
	 * Create a resolver.
	 * @param decoder verifies tokens
	 * @param converter converts verified tokens
	 */
	public ClerkAuthenticationManagerResolver(JwtDecoder decoder, ClerkJwtAuthenticationConverter converter) {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
		provider.setJwtAuthenticationConverter(converter);
		this.authenticationManager = new RedactingAuthenticationManager(new ProviderManager(provider));
	}

	/**
	 * Set the publisher of authentication events. By default no events are published.
	 * Failures are published without the token.
	 * @param publisher the publisher
	 */
	public void setAuthenticationEventPublisher(AuthenticationEventPublisher publisher) {
		Assert.notNull(publisher, "publisher must not be null");
		this.authenticationManager.setEventPublisher(publisher);
	}

	@Override
	public AuthenticationManager resolve(HttpServletRequest request) {
		return this.authenticationManager;
	}

}
