package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;

/**
 * Resolves the {@link AuthenticationManager} that authenticates Clerk's tokens. Chains
 * are configured with {@link ClerkResourceServer}, which uses it.
 */
public final class ClerkAuthenticationManagerResolver implements AuthenticationManagerResolver<HttpServletRequest> {

	private final ProviderManager authenticationManager;

	/**
	 * Create a resolver.
	 * @param decoder what verifies tokens
	 * @param converter what makes principals of them
	 */
	public ClerkAuthenticationManagerResolver(JwtDecoder decoder, ClerkJwtAuthenticationConverter converter) {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
		provider.setJwtAuthenticationConverter(converter);
		this.authenticationManager = new ProviderManager(provider);
	}

	/**
	 * Set who is told about successes and failures. Defaults to nobody.
	 * @param publisher the publisher
	 */
	public void setAuthenticationEventPublisher(AuthenticationEventPublisher publisher) {
		this.authenticationManager.setAuthenticationEventPublisher(publisher);
	}

	@Override
	public AuthenticationManager resolve(HttpServletRequest request) {
		return this.authenticationManager;
	}

}
