package io.github.clerkspring.security.session;

import java.time.Clock;
import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Builds a {@link SessionTokenVerifier}.
 */
public final class SessionTokenVerifierBuilder {

	private final ClerkKeySource keys;

	private final SessionTokenRules rules;

	private Clock clock = Clock.systemUTC();

	private TokenVerificationListener listener = (verification) -> {
	};

	private long cacheSize = 10_000;

	private Duration cacheLifetime = Duration.ofMinutes(5);

	SessionTokenVerifierBuilder(ClerkKeySource keys, SessionTokenRules rules) {
		Assert.notNull(keys, "keys must not be null");
		Assert.notNull(rules, "rules must not be null");
		this.keys = keys;
		this.rules = rules;
	}

	/**
	 * Set the clock. Defaults to that of the system.
	 * @param clock the clock
	 * @return this builder
	 */
	public SessionTokenVerifierBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Set who is told about verifications. Defaults to nobody.
	 * @param listener the listener
	 * @return this builder
	 */
	public SessionTokenVerifierBuilder listener(TokenVerificationListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Set how many verified tokens are remembered, and for how long. Defaults to 10,000
	 * tokens for 5 minutes; no token is remembered beyond its own end.
	 * @param size how many; zero remembers none
	 * @param lifetime for how long
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
		return new SessionTokenVerifier(this.keys, new ClaimRules(this.rules, this.clock),
				new VerifiedTokenCache(this.cacheSize, this.cacheLifetime, this.rules.clockSkew(), this.clock),
				this.listener);
	}

}
