package io.github.clerkspring.security.reactive;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.token.SignedTokenVerifier;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Authenticates session tokens with the outcomes of Spring Security's
 * {@code JwtReactiveAuthenticationManager}, which needs more operators, and would parse a
 * token again whose type was read before.
 */
final class ReactiveSessionAuthenticationManager {

	private final SignedTokenVerifier verifier;

	private final ClerkJwtAuthenticationConverter converter;

	ReactiveSessionAuthenticationManager(SignedTokenVerifier verifier, ClerkJwtAuthenticationConverter converter) {
		this.verifier = verifier;
		this.converter = converter;
	}

	boolean isCached(UnverifiedToken token) {
		return this.verifier.isCached(token);
	}

	Mono<Authentication> authenticate(UnverifiedToken token) {
		return this.verifier.verify(token)
			.<Authentication>map(this.converter::convert)
			.onErrorMap(JwtException.class, ReactiveSessionAuthenticationManager::failure);
	}

	private static AuthenticationException failure(JwtException ex) {
		return (ex instanceof BadJwtException) ? new InvalidBearerTokenException(String.valueOf(ex.getMessage()), ex)
				: new AuthenticationServiceException(String.valueOf(ex.getMessage()), ex);
	}

}
