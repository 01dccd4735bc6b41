package io.github.clerkspring.security.session;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.Assert;

import io.github.clerkspring.security.TokenVerificationListener;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.token.SignedTokenVerifier;

/**
 * Builds a {@link SessionTokenVerifier}.
 */
public final class SessionTokenVerifierBuilder {

	private final ClerkKeySource keys;

	private final SessionTokenRules rules;

	private Clock clock = Clock.systemUTC();

	private final List<TokenVerificationListener> listeners = new ArrayList<>();

	private final List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();

	private long cacheSize = 10_000;

	private Duration cacheLifetime = Duration.ofMinutes(5);

	SessionTokenVerifierBuilder(ClerkKeySource keys, SessionTokenRules rules) {
		Assert.notNull(keys, "keys must not be null");
		Assert.notNull(rules, "rules must not be null");
		this.keys = keys;
		this.rules = rules;
	}

	/**
	 * Set the clock. Defaults to the system clock.
	 * @param clock the clock
	 * @return this builder
	 */
	public SessionTokenVerifierBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Add a listener that is notified of each verification. A listener that throws an
	 * exception does not change the outcome; its first failure is logged.
	 * @param listener the listener
	 * @return this builder
	 */
	public SessionTokenVerifierBuilder listener(TokenVerificationListener listener) {
		Assert.notNull(listener, "listener must not be null");
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Add a validator, which is applied on every use of a token that the rules accept,
	 * after the validators that were added before. In a reactive application it must not
	 * block. A validator that throws an exception rejects the token.
	 * @param validator the validator
	 * @return this builder
	 */
	public SessionTokenVerifierBuilder validator(OAuth2TokenValidator<Jwt> validator) {
		Assert.notNull(validator, "validator must not be null");
		this.validators.add(validator);
		return this;
	}

	/**
	 * Set the size of the cache of verified tokens, and how long they are cached.
	 * Defaults to 10,000 tokens and 5 minutes; no token is cached beyond its expiry. The
	 * memory is bounded by 8 KB for each token, and 8 KB for its session: larger tokens
	 * count for several, tokens of more than 4,096 characters are not cached, and larger
	 * sessions are read from their tokens on each request.
	 * @param size the maximum number of tokens; zero disables the cache
	 * @param lifetime the maximum time in the cache
	 * @return this builder
	 */
	public SessionTokenVerifierBuilder cache(long size, Duration lifetime) {
		Assert.isTrue(size >= 0, "size must not be negative");
		Assert.isTrue(!lifetime.isNegative(), "lifetime must not be negative");
		this.cacheSize = size;
		this.cacheLifetime = lifetime;
		return this;
	}

	/**
	 * Build the verifier.
	 * @return a verifier
	 */
	public SessionTokenVerifier build() {
		return new SessionTokenVerifier(new SignedTokenVerifier(this.keys, new SessionSignedTokenRules(this.rules),
				this.validators, this.listeners, this.cacheSize, this.cacheLifetime, this.clock));
	}

}
