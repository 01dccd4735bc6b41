package io.github.clerkspring.security.machine.opaque;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.TokenVerificationListener;
import io.github.clerkspring.security.keys.ElapsedTime;
import io.github.clerkspring.security.token.TokenVerificationListeners;

/**
 * Builds an {@link OpaqueTokenVerifier}.
 */
public final class OpaqueTokenVerifierBuilder {

	/**
	 * Maximum time in the cache of accepted tokens.
	 */
	public static final Duration MAX_CACHE_LIFETIME = Duration.ofSeconds(30);

	private final ClerkBackendClient client;

	private ClerkBackendClient machineClient;

	private @Nullable String machineId;

	private Set<String> audience = Set.of();

	private long cacheSize;

	private Duration cacheLifetime = Duration.ZERO;

	private long refusedSize = 10_000;

	private Duration refusedLifetime = Duration.ofSeconds(30);

	private int maxInFlight = 20;

	private int refusalsPerSecond = 25;

	private Duration timeout = Duration.ofSeconds(5);

	private Clock clock = Clock.systemUTC();

	private final List<TokenVerificationListener> listeners = new ArrayList<>();

	OpaqueTokenVerifierBuilder(ClerkBackendClient client) {
		Assert.notNull(client, "client must not be null");
		this.client = client;
		this.machineClient = client;
	}

	/**
	 * Set the client that verifies M2M tokens, with the secret key of the machine that
	 * the application represents if it has one, otherwise with the secret key of the
	 * instance. Defaults to the client of the instance.
	 * @param machineClient the client
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder machineClient(ClerkBackendClient machineClient) {
		Assert.notNull(machineClient, "machineClient must not be null");
		this.machineClient = machineClient;
		return this;
	}

	/**
	 * Set the id of the machine that the application represents. M2M tokens are then
	 * accepted only if their scopes contain it. Defaults to none.
	 * @param machineId the id, or {@code null}
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder machineId(@Nullable String machineId) {
		Assert.isTrue(machineId == null || machineId.startsWith("mch_"), "machineId must begin with mch_");
		this.machineId = machineId;
		return this;
	}

	/**
	 * Set the accepted audiences of OAuth access tokens. Tokens without one of them are
	 * refused. By default all are accepted.
	 * @param audience the audiences; none accepts all
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder audience(Collection<String> audience) {
		this.audience = Set.copyOf(audience);
		return this;
	}

	/**
	 * Set the size of the cache of accepted tokens, and how long they are cached. A
	 * revoked token is accepted for up to this time; the expiration is checked on each
	 * use. By default there is no cache.
	 * @param maxSize the maximum number of tokens; zero disables the cache
	 * @param timeToLive the time in the cache, at most 30 seconds; zero disables the
	 * cache
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder cache(long maxSize, Duration timeToLive) {
		Assert.isTrue(maxSize >= 0, "maxSize must not be negative");
		Assert.isTrue(!timeToLive.isNegative() && timeToLive.compareTo(MAX_CACHE_LIFETIME) <= 0,
				"timeToLive must not be negative or more than 30 seconds");
		this.cacheSize = maxSize;
		this.cacheLifetime = timeToLive;
		return this;
	}

	/**
	 * Set how many refused tokens are remembered, and for how long. They are refused
	 * again without a request. Defaults to 10,000 tokens and 30 seconds.
	 * @param maxSize the maximum number of tokens; zero remembers none
	 * @param timeToLive the time for which a token is remembered; zero remembers none
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder refusedTokens(long maxSize, Duration timeToLive) {
		Assert.isTrue(maxSize >= 0, "maxSize must not be negative");
		Assert.isTrue(!timeToLive.isNegative(), "timeToLive must not be negative");
		this.refusedSize = maxSize;
		this.refusedLifetime = timeToLive;
		return this;
	}

	/**
	 * Set the maximum number of requests to Clerk in flight. Tokens that were not valid
	 * during the last hour get at most half of them. Defaults to 20.
	 * @param maxInFlight the number, at least two
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder maxInFlight(int maxInFlight) {
		Assert.isTrue(maxInFlight >= 2, "maxInFlight must be at least 2");
		this.maxInFlight = maxInFlight;
		return this;
	}

	/**
	 * Set the maximum rate of requests to Clerk for tokens that it refuses, with a burst
	 * of ten seconds. Beyond it, only tokens that were valid during the last hour are
	 * verified. Defaults to 25, which with the burst is half of the rate limit of a
	 * production instance.
	 * @param refusalsPerSecond the number, at least one
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder refusalsPerSecond(int refusalsPerSecond) {
		Assert.isTrue(refusalsPerSecond >= 1, "refusalsPerSecond must be at least 1");
		this.refusalsPerSecond = refusalsPerSecond;
		return this;
	}

	/**
	 * Set the timeout of a verification. Defaults to 5 seconds.
	 * @param timeout a positive duration
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder timeout(Duration timeout) {
		Assert.isTrue(!timeout.isNegative() && !timeout.isZero(), "timeout must be positive");
		this.timeout = timeout;
		return this;
	}

	/**
	 * Set the clock. Defaults to the system clock.
	 * @param clock the clock
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Add a listener that is notified of each verification. A listener that throws an
	 * exception does not change the outcome; its first failure is logged.
	 * @param listener the listener
	 * @return this builder
	 */
	public OpaqueTokenVerifierBuilder listener(TokenVerificationListener listener) {
		Assert.notNull(listener, "listener must not be null");
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Build the verifier.
	 * @return a verifier
	 */
	public OpaqueTokenVerifier build() {
		ElapsedTime time = ElapsedTime.of(this.clock);
		VerifyResponseReader reader = new VerifyResponseReader(this.machineId, this.audience, this.clock);
		return new OpaqueTokenVerifier(new VerifyCall(this.client, this.machineClient, reader, this.timeout),
				new VerificationMemory(this.cacheSize, this.cacheLifetime, this.refusedSize, this.refusedLifetime,
						time),
				new VerificationLimits(this.maxInFlight, this.refusalsPerSecond, time),
				new TokenVerificationListeners(this.listeners), this.clock, time);
	}

}
