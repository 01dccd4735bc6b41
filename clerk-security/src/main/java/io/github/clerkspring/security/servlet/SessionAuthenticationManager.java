package io.github.clerkspring.security.servlet;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.token.SignedTokenVerifier;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Authenticates session tokens with the outcomes of Spring Security's
 * {@code JwtAuthenticationProvider}, which takes as long as the verification of a cached
 * token, and would parse a token again whose type was read before.
 */
final class SessionAuthenticationManager {

	private final SignedTokenVerifier verifier;

	private final ClerkJwtAuthenticationConverter converter;

	SessionAuthenticationManager(SignedTokenVerifier verifier, ClerkJwtAuthenticationConverter converter) {
		this.verifier = verifier;
		this.converter = converter;
	}

	boolean isCached(UnverifiedToken token) {
		return this.verifier.isCached(token);
	}

	Authentication authenticate(Authentication request, UnverifiedToken token) {
		AbstractAuthenticationToken result = this.converter.convert(verify(token));
		result.setDetails(request.getDetails());
		return result;
	}

	private Jwt verify(UnverifiedToken token) {
		try {
			return this.verifier.verifyAndWait(token);
		}
		catch (BadJwtException ex) {
			throw new InvalidBearerTokenException(String.valueOf(ex.getMessage()), ex);
		}
		catch (JwtException ex) {
			throw new AuthenticationServiceException(String.valueOf(ex.getMessage()), ex);
		}
	}

}
