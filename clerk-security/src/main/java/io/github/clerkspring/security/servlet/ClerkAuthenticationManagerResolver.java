package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.util.Assert;

import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;

/**
 * Resolves the {@link AuthenticationManager} that authenticates Clerk's tokens. Chains
 * are configured with {@link ClerkResourceServer}, which uses it.
 */
public final class ClerkAuthenticationManagerResolver implements AuthenticationManagerResolver<HttpServletRequest> {

	private final RedactingAuthenticationManager authenticationManager;

	private ClerkAuthenticationManagerResolver(AuthenticationManager authenticationManager) {
		this.authenticationManager = new RedactingAuthenticationManager(authenticationManager);
	}

	/**
	 * Create a resolver for session tokens.
	 * @param decoder verifies tokens
	 * @param converter converts verified tokens
	 */
	public ClerkAuthenticationManagerResolver(JwtDecoder decoder, ClerkJwtAuthenticationConverter converter) {
		this(sessions(decoder, converter));
	}

	/**
	 * Create a resolver for session tokens and machine tokens.
	 * @param decoder verifies session tokens
	 * @param converter converts verified session tokens
	 * @param machineTokenVerifier verifies machine tokens, or {@code null} if none are
	 * accepted
	 */
	public ClerkAuthenticationManagerResolver(JwtDecoder decoder, ClerkJwtAuthenticationConverter converter,
			@Nullable MachineTokenVerifier machineTokenVerifier) {
		this(new TokenTypeAuthenticationManager(sessions(decoder, converter),
				(decoder instanceof ClerkJwtDecoder own) ? new SessionAuthenticationManager(own.verifier(), converter)
						: null,
				(machineTokenVerifier != null) ? new MachineAuthenticationManager(machineTokenVerifier) : null));
	}

	/**
	 * Create a resolver for machine tokens, which accepts no session tokens.
	 * @param machineTokenVerifier verifies machine tokens
	 */
	public ClerkAuthenticationManagerResolver(MachineTokenVerifier machineTokenVerifier) {
		this(new MachineAuthenticationManager(machineTokenVerifier));
	}

	private static AuthenticationManager sessions(JwtDecoder decoder, ClerkJwtAuthenticationConverter converter) {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
		provider.setJwtAuthenticationConverter(converter);
		return new ProviderManager(provider);
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
