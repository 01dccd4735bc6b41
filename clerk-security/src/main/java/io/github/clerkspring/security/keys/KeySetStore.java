package io.github.clerkspring.security.keys;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.TokenRejection;

/**
 * Stores the current key set and fetches the next one. Only one fetch runs at a time;
 * concurrent callers wait for it.
 */
final class KeySetStore {

	private static final Log logger = LogFactory.getLog(KeySetStore.class);

	private final Supplier<Mono<Map<String, VerificationKey>>> loader;

	private final String place;

	private final ElapsedTime time;

	private final RefreshBackoff backoff = new RefreshBackoff();

	private final UnknownKeyGate gate;

	private final LongAdder refreshes = new LongAdder();

	private final LongAdder failures = new LongAdder();

	private volatile @Nullable KeySet current;

	// Written under the lock only
	private volatile @Nullable Mono<KeySet> underWay;

	// Guarded by the lock
	private @Nullable String warned;

	KeySetStore(Supplier<Mono<Map<String, VerificationKey>>> loader, String place, UnknownKeyGate gate,
			ElapsedTime time) {
		this.loader = loader;
		this.place = place;
		this.gate = gate;
		this.time = time;
	}

	@Nullable KeySet current() {
		return this.current;
	}

	@Nullable TokenRejection failure() {
		return this.backoff.failure();
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
		if (this.underWay == null && this.backoff.allows(this.time.millis())) {
			refresh(seen).subscribe((set) -> logger.trace("Refreshed the keys in the background"),
					(ex) -> logger.trace("Could not refresh the keys in the background", ex));
		}
	}

	// Decided under the lock, so that a caller that could wait for the fetch of another
	// caller is not refused
	private synchronized Mono<KeySet> joinOrStart(@Nullable KeySet seen, boolean unknownKey) {
		KeySet newest = this.current;
		if (newest != null && newest != seen) {
			return Mono.just(newest);
		}
		Mono<KeySet> fetch = this.underWay;
		if (fetch == null) {
			long now = this.time.millis();
			if (!this.backoff.allows(now)) {
				return Mono.error(this.backoff.exception(now, null));
			}
			if (unknownKey && !this.gate.tryPass(now)) {
				return (this.backoff.failure() != null) ? Mono.error(this.backoff.exception(now, null)) : Mono.empty();
			}
			fetch = fetch();
			this.underWay = fetch;
		}
		// One exception for each caller, since callers add to its suppressed exceptions
		return fetch.onErrorMap((ex) -> this.backoff.exception(this.time.millis(), ex));
	}

	private Mono<KeySet> fetch() {
		return Mono.defer(() -> {
			long now = this.time.millis();
			return this.loader.get().map((keys) -> new KeySet(keys, now));
		}).doOnNext(this::succeeded).doOnError(this::failed).cache();
	}

	// Both run before waiting callers are notified, so that a caller that tries again
	// does not join a completed fetch

	private synchronized void succeeded(KeySet set) {
		this.refreshes.increment();
		this.backoff.succeeded();
		this.current = set;
		this.underWay = null;
		logger.debug("Fetched " + set.keys().size() + " keys");
		if (this.warned != null) {
			logger.info("Fetched the keys that verify session tokens, after failures");
			this.warned = null;
		}
	}

	private synchronized void failed(Throwable ex) {
		this.failures.increment();
		KeyServerException failure = (ex instanceof KeyServerException known) ? known
				: new KeyServerException(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD, ex.getClass().getName());
		this.backoff.failed(failure.rejection(), failure.retryAfter(), this.time.millis());
		this.underWay = null;
		warn(String.valueOf(failure.getMessage()));
		logger.trace("Could not fetch the keys", failure);
	}

	// Once for each reason, since further attempts usually fail for the same reason
	private void warn(String reason) {
		String message = "Could not fetch the keys that verify session tokens from " + this.place + ": " + reason;
		if (reason.equals(this.warned)) {
			logger.debug(message);
			return;
		}
		this.warned = reason;
		logger.warn(message + ((this.current != null) ? ". The keys that were fetched before remain in use" : ""));
	}

}
