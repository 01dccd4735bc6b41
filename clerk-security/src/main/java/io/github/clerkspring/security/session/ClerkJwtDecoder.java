package io.github.clerkspring.security.session;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.Assert;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.token.SignedTokenVerifier;

/**
 * {@link JwtDecoder} for Clerk's session tokens. It blocks only while keys have to be
 * fetched.
 */
public final class ClerkJwtDecoder implements JwtDecoder {

	private final SessionTokenVerifier verifier;

	/**
	 * Create a decoder.
	 * @param verifier the verifier
	 */
	public ClerkJwtDecoder(SessionTokenVerifier verifier) {
		Assert.notNull(verifier, "verifier must not be null");
		this.verifier = verifier;
	}

	/**
	 * Verify a session token.
	 * @param token the token
	 * @return the verified token
	 * @throws org.springframework.security.oauth2.jwt.JwtValidationException if the token
	 * is rejected
	 * @throws ClerkUnavailableException if no keys are available
	 */
	@Override
	public Jwt decode(String token) {
		return this.verifier.verifyAndWait(token);
	}

	/**
	 * Return the verifier, for callers that have read a token before its verification.
	 * @return the verifier
	 */
	public SignedTokenVerifier verifier() {
		return this.verifier.signedTokenVerifier();
	}

}
