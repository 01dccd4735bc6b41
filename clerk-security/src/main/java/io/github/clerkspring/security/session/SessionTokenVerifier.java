package io.github.clerkspring.security.session;

import java.net.URI;

import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.VerifiedTokenCacheState;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.token.SignedTokenVerifier;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Verifies session tokens for {@link ClerkJwtDecoder} and
 * {@link ReactiveClerkJwtDecoder}, which share its keys and its cache.
 */
public final class SessionTokenVerifier {

	private final SignedTokenVerifier verifier;

	SessionTokenVerifier(SignedTokenVerifier verifier) {
		this.verifier = verifier;
	}

	/**
	 * Start building a verifier.
	 * @param keys the keys of the instance
	 * @param rules the rules for tokens
	 * @return a builder
	 */
	public static SessionTokenVerifierBuilder builder(ClerkKeySource keys, SessionTokenRules rules) {
		return new SessionTokenVerifierBuilder(keys, rules);
	}

	/**
	 * Start building a verifier whose keys are fetched over HTTP, and refreshed in the
	 * background.
	 * @param keySetUri the location of the key set of the instance
	 * @param rules the rules for tokens
	 * @return a builder
	 */
	public static SessionTokenVerifierBuilder builder(URI keySetUri, SessionTokenRules rules) {
		return builder(ClerkKeySource.at(keySetUri).build(), rules);
	}

	/**
	 * Return the state of the cache of verified tokens.
	 * @return the state at this moment
	 */
	public VerifiedTokenCacheState cacheState() {
		return this.verifier.cacheState();
	}

	SignedTokenVerifier signedTokenVerifier() {
		return this.verifier;
	}

	Mono<Jwt> verify(String token) {
		return Mono.defer(() -> this.verifier.verify(UnverifiedToken.of(token)));
	}

	Jwt verifyAndWait(String token) {
		return this.verifier.verifyAndWait(UnverifiedToken.of(token));
	}

}
