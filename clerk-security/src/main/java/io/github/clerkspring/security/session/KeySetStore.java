package io.github.clerkspring.security.session;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Holds the newest key set and fetches the next one, one fetch at a time. Whoever asks
 * while one is under way waits for that one.
 */
final class KeySetStore {

	private static final Log logger = LogFactory.getLog(KeySetStore.class);

	private final Supplier<Mono<Map<String, VerificationKey>>> loader;

	private final Clock clock;

	private final RefreshBackoff backoff = new RefreshBackoff();

	private final UnknownKeyGate gate;

	private final LongAdder refreshes = new LongAdder();

	private final LongAdder failures = new LongAdder();

	private volatile @Nullable KeySet current;

	// Written under the lock only
	private volatile @Nullable Mono<KeySet> underWay;

	KeySetStore(Supplier<Mono<Map<String, VerificationKey>>> loader, UnknownKeyGate gate, Clock clock) {
		this.loader = loader;
		this.gate = gate;
		this.clock = clock;
	}

	@Nullable KeySet current() {
		return this.current;
	}

	@Nullable TokenRejection trouble() {
		return this.backoff.trouble();
	}

	long refreshes() {
		return this.refreshes.sum();
	}

	long failures() {
		return this.failures.sum();
	}

	Mono<KeySet> refresh(@Nullable KeySet seen) {
		return joinOrStart(seen, false);
	}

	Mono<KeySet> refreshForUnknownKey(KeySet seen) {
		return joinOrStart(seen, true);
	}

	void refreshInBackground(KeySet seen) {
		if (this.underWay == null && this.backoff.allows(this.clock.millis())) {
			refresh(seen).subscribe((set) -> logger.trace("Refreshed the keys ahead of their end"),
					(ex) -> logger.trace("Did not refresh the keys ahead of their end", ex));
		}
	}

	// All is decided under the lock, so that nobody is refused who could have waited for
	// the fetch that another caller was just granted
	private synchronized Mono<KeySet> joinOrStart(@Nullable KeySet seen, boolean unknownKey) {
		KeySet newest = this.current;
		if (newest != null && newest != seen) {
			return Mono.just(newest);
		}
		Mono<KeySet> fetch = this.underWay;
		if (fetch == null) {
			long now = this.clock.millis();
			if (!this.backoff.allows(now)) {
				return Mono.error(this.backoff.exception(now, null));
			}
			if (unknownKey && !this.gate.tryPass(now)) {
				return (this.backoff.trouble() != null) ? Mono.error(this.backoff.exception(now, null)) : Mono.empty();
			}
			fetch = fetch();
			this.underWay = fetch;
		}
		// One exception for each caller: a shared one would grow
		return fetch.onErrorMap((ex) -> this.backoff.exception(this.clock.millis(), ex));
	}

	private Mono<KeySet> fetch() {
		return Mono.defer(() -> {
			long now = this.clock.millis();
			return this.loader.get().map((keys) -> new KeySet(keys, now));
		}).doOnNext(this::succeeded).doOnError(this::failed).cache();
	}

	// Both run before anybody who waits hears of it, so that nobody who asks again joins
	// a
	// fetch that is over

	private synchronized void succeeded(KeySet set) {
		this.refreshes.increment();
		this.backoff.succeeded();
		this.current = set;
		this.underWay = null;
		logger.debug("Fetched " + set.keys().size() + " keys");
	}

	private synchronized void failed(Throwable ex) {
		this.failures.increment();
		KeyServerException failure = (ex instanceof KeyServerException known) ? known
				: new KeyServerException(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD, "The key server cannot be reached");
		this.backoff.failed(failure.rejection(), failure.retryAfter(), this.clock.millis());
		this.underWay = null;
		logger.debug("Could not fetch the keys: " + failure.rejection().value() + ", " + failure.getMessage());
		logger.trace("Could not fetch the keys", ex);
	}

}
