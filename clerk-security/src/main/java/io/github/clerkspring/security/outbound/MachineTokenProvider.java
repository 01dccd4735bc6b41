package io.github.clerkspring.security.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.machine.CreateM2mTokenRequest;
import io.github.clerkspring.client.machine.CreateM2mTokenRequest.TokenFormat;
import io.github.clerkspring.client.machine.M2mTokenOperations;
import io.github.clerkspring.security.keys.ElapsedTime;

/**
 * Provides machine-to-machine tokens for calls of other services. A token is created when
 * it is first requested, shared by all callers, and replaced in the background when four
 * fifths of its lifetime have passed. At most one creation is in progress; the
 * cancellation of a caller does not affect it. After a failure, no creation is attempted
 * for a time that increases with each failure, and the current token is used until it
 * expires.
 */
public final class MachineTokenProvider {

	private static final Log logger = LogFactory.getLog(MachineTokenProvider.class);

	// Longer than the client tries
	private static final Duration MAX_CREATION_TIME = Duration.ofMinutes(1);

	private final M2mTokenOperations operations;

	private final CreateM2mTokenRequest request;

	private final Duration timeToLive;

	private final Duration timeout;

	private final Clock clock;

	private final ElapsedTime time;

	private final CreationBackoff backoff = new CreationBackoff();

	private final LongAdder created = new LongAdder();

	private final LongAdder failures = new LongAdder();

	private final LongAdder cacheHits = new LongAdder();

	private volatile @Nullable CachedToken current;

	// Guarded by the lock
	private @Nullable Mono<CachedToken> underWay;

	// Guarded by the lock
	private @Nullable String warned;

	private MachineTokenProvider(Builder builder) {
		this.operations = builder.operations;
		this.request = builder.request();
		this.timeToLive = builder.timeToLive;
		this.timeout = builder.timeout;
		this.clock = builder.clock;
		this.time = ElapsedTime.of(builder.clock);
	}

	/**
	 * Create a builder.
	 * @param operations the operations on tokens of a client that has the secret key of
	 * the calling machine
	 * @return the builder
	 */
	public static Builder builder(M2mTokenOperations operations) {
		return new Builder(operations);
	}

	/**
	 * Return a valid token.
	 * @return the token, or an error of type {@link MachineTokenUnavailableException}
	 */
	public Mono<Secret> token() {
		return Mono.defer(() -> {
			CachedToken token = this.current;
			long now = this.time.millis();
			if (token == null || token.isExpired(now)) {
				return create(token).timeout(this.timeout, Mono.error(this::timedOut)).map(CachedToken::value);
			}
			this.cacheHits.increment();
			if (token.isRefreshDue(now) && this.backoff.allows(now)) {
				refreshInBackground(token);
			}
			return Mono.just(token.value());
		});
	}

	/**
	 * Return the numbers of created tokens, of failures and of uses of a cached token.
	 * @return the state
	 */
	public MachineTokenState state() {
		return new MachineTokenState(this.created.sum(), this.failures.sum(), this.cacheHits.sum());
	}

	private void refreshInBackground(CachedToken seen) {
		create(seen).subscribe((token) -> logger.trace("Replaced the machine-to-machine token in the background"),
				(ex) -> logger.trace("Could not replace the machine-to-machine token in the background"));
	}

	// Decided under the lock, so that a caller that could wait for the creation of
	// another caller is not refused
	private synchronized Mono<CachedToken> create(@Nullable CachedToken seen) {
		CachedToken newest = this.current;
		if (newest != null && newest != seen) {
			return Mono.just(newest);
		}
		if (this.underWay == null) {
			if (!this.backoff.allows(this.time.millis())) {
				return Mono.error(unavailable(null));
			}
			this.underWay = startCreation();
		}
		// One exception for each caller, since callers add to its suppressed exceptions
		return this.underWay.onErrorMap(this::unavailable);
	}

	// Without the context of the caller that happens to be first
	private Mono<CachedToken> startCreation() {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			long elapsed = this.time.millis();
			return this.operations.create(this.request)
				.map((token) -> CachedToken.of(token, now, elapsed, this.timeToLive))
				.switchIfEmpty(Mono.error(() -> new IllegalStateException("Clerk's response is empty")))
				.timeout(MAX_CREATION_TIME, Mono.error(() -> new IllegalStateException("Clerk does not respond")));
		}).doOnNext(this::succeeded).doOnError(this::failed).contextWrite((context) -> Context.empty()).cache();
	}

	// Both run before waiting callers are notified, so that a caller that tries again
	// does not join a completed creation

	private synchronized void succeeded(CachedToken token) {
		this.created.increment();
		this.backoff.succeeded();
		this.current = token;
		this.underWay = null;
		if (this.warned != null) {
			logger.info("Created a machine-to-machine token, after failures");
			this.warned = null;
		}
	}

	private synchronized void failed(Throwable ex) {
		this.failures.increment();
		this.backoff.failed(ex, this.time.millis());
		this.underWay = null;
		String reason = this.backoff.reason();
		if (!reason.equals(this.warned)) {
			logger.warn("Could not create a machine-to-machine token: " + reason
					+ ((this.current != null) ? ". The current token is used until it expires" : ""));
			this.warned = reason;
		}
	}

	private MachineTokenUnavailableException unavailable(@Nullable Throwable cause) {
		return new MachineTokenUnavailableException(this.backoff.reason(), this.backoff.remaining(this.time.millis()),
				cause);
	}

	private MachineTokenUnavailableException timedOut() {
		return new MachineTokenUnavailableException(
				"the creation did not complete within " + this.timeout.toMillis() + " ms", Duration.ZERO, null);
	}

	/**
	 * Builder for {@link MachineTokenProvider}.
	 */
	public static final class Builder {

		private static final Duration MIN_TIME_TO_LIVE = Duration.ofMinutes(1);

		private static final Duration MAX_TIME_TO_LIVE = Duration.ofDays(365);

		private final M2mTokenOperations operations;

		private Duration timeToLive = Duration.ofHours(1);

		private TokenFormat format = TokenFormat.OPAQUE;

		private Duration timeout = Duration.ofSeconds(10);

		private Clock clock = Clock.systemUTC();

		private Builder(M2mTokenOperations operations) {
			Assert.notNull(operations, "operations must not be null");
			this.operations = operations;
		}

		/**
		 * Set the lifetime of tokens, from one minute to 365 days. Defaults to one hour.
		 * @param timeToLive the lifetime
		 * @return this builder
		 */
		public Builder timeToLive(Duration timeToLive) {
			Assert.isTrue(timeToLive.compareTo(MIN_TIME_TO_LIVE) >= 0 && timeToLive.compareTo(MAX_TIME_TO_LIVE) <= 0,
					"timeToLive must be between 1 minute and 365 days");
			this.timeToLive = timeToLive;
			return this;
		}

		/**
		 * Set the format of tokens. Defaults to {@link TokenFormat#OPAQUE}.
		 * @param format the format
		 * @return this builder
		 */
		public Builder format(TokenFormat format) {
			this.format = format;
			return this;
		}

		/**
		 * Set the time that a caller waits for the creation of a token. Defaults to 10
		 * seconds.
		 * @param timeout the timeout
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "timeout must be positive");
			this.timeout = timeout;
			return this;
		}

		/**
		 * Set the clock that is compared with the expiration of tokens. Defaults to the
		 * system clock.
		 * @param clock the clock
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Build the provider.
		 * @return the provider
		 */
		public MachineTokenProvider build() {
			return new MachineTokenProvider(this);
		}

		// An opaque token of another process or of an earlier start is reused if half of
		// the lifetime remains
		private CreateM2mTokenRequest request() {
			long seconds = this.timeToLive.toSeconds();
			CreateM2mTokenRequest request = CreateM2mTokenRequest.create()
				.tokenFormat(this.format)
				.secondsUntilExpiration(seconds);
			return (this.format.equals(TokenFormat.OPAQUE)) ? request.minRemainingTtlSeconds((int) (seconds / 2))
					: request;
		}

	}

}
