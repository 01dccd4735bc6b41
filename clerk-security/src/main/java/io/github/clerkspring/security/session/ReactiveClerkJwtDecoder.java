package io.github.clerkspring.security.session;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.util.Assert;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.token.SignedTokenVerifier;

/**
 * {@link ReactiveJwtDecoder} for Clerk's session tokens. It never blocks.
 */
public final class ReactiveClerkJwtDecoder implements ReactiveJwtDecoder {

	private final SessionTokenVerifier verifier;

	/**
	 * Create a decoder.
	 * @param verifier the verifier
	 */
	public ReactiveClerkJwtDecoder(SessionTokenVerifier verifier) {
		Assert.notNull(verifier, "verifier must not be null");
		this.verifier = verifier;
	}

	/**
	 * Verify a session token.
	 * @param token the token
	 * @return the verified token; a
	 * {@link org.springframework.security.oauth2.jwt.JwtValidationException} if it is
	 * rejected, a {@link ClerkUnavailableException} if no keys are available
	 */
	@Override
	public Mono<Jwt> decode(String token) {
		return this.verifier.verify(token);
	}

	/**
	 * Return the verifier, for callers that have read a token before its verification.
	 * @return the verifier
	 */
	public SignedTokenVerifier verifier() {
		return this.verifier.signedTokenVerifier();
	}

}
