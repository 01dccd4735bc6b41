package io.github.clerkspring.security.reactive;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.machine.UnacceptedTokenType;
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

	private final boolean onlySessions;

	/**
	 * Create a manager.
	 * @param verifier verifies tokens
	 * @param converter converts verified tokens
	 * @param onlySessions whether to explain that tokens of other types are not accepted
	 */
	ReactiveSessionAuthenticationManager(SignedTokenVerifier verifier, ClerkJwtAuthenticationConverter converter,
			boolean onlySessions) {
		this.verifier = verifier;
		this.converter = converter;
		this.onlySessions = onlySessions;
	}

	boolean isCached(UnverifiedToken token) {
		return this.verifier.isCached(token);
	}

	Mono<Authentication> authenticate(UnverifiedToken token) {
		return this.verifier.verify(token, this.converter::convert, (ex) -> failure(token, ex));
	}

	private AuthenticationException failure(UnverifiedToken token, JwtException ex) {
		if (!(ex instanceof BadJwtException)) {
			return new AuthenticationServiceException(String.valueOf(ex.getMessage()), ex);
		}
		InvalidBearerTokenException failure = new InvalidBearerTokenException(String.valueOf(ex.getMessage()), ex);
		return (this.onlySessions) ? UnacceptedTokenType.explain(token.text(), failure) : failure;
	}

}
