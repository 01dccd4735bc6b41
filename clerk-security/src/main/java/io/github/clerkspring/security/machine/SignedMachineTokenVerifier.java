package io.github.clerkspring.security.machine;

import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.token.SignedTokenVerifier;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Verifies signed machine tokens of one type.
 *
 * @param verifier the verifier
 * @param tokens the type
 */
record SignedMachineTokenVerifier(SignedTokenVerifier verifier, SignedMachineTokens tokens) {

	Mono<ClerkMachine> verify(UnverifiedToken token) {
		return this.verifier.verify(token)
			.map(this.tokens::read)
			.onErrorMap(JwtValidationException.class, SignedMachineTokenVerifier::invalid);
	}

	ClerkMachine verifyAndWait(UnverifiedToken token) {
		try {
			return this.tokens.read(this.verifier.verifyAndWait(token));
		}
		catch (JwtValidationException ex) {
			throw invalid(ex);
		}
	}

	private static InvalidBearerTokenException invalid(JwtValidationException cause) {
		return new InvalidBearerTokenException("The token is not valid", cause);
	}

}
