package io.github.clerkspring.security.keys;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.ClerkUnavailableException;

/**
 * Source of keys that are fetched over HTTP when they are first used, and refreshed in
 * the background before their time to live ends. While the key server cannot be reached
 * the last keys are used for a limited time.
 */
final class RemoteKeySource implements ClerkKeySource {

	private final KeySetPolicy policy;

	private final KeySetStore store;

	private final UnknownKeyGate gate;

	private final ElapsedTime time;

	private final String place;

	RemoteKeySource(KeySetPolicy policy, Supplier<Mono<Map<String, VerificationKey>>> loader, ElapsedTime time,
			String place) {
		this.place = place;
		this.policy = policy;
		this.time = time;
		this.gate = new UnknownKeyGate(policy.unknownKeyInterval());
		this.store = new KeySetStore(loader, place, this.gate, time);
	}

	@Override
	public @Nullable VerificationKey find(@Nullable String keyId) {
		KeySet set = this.store.current();
		if (set == null || keyId == null || mustWait(set)) {
			return null;
		}
		if (this.policy.isRefreshDue(set, this.time.millis())) {
			this.store.refreshInBackground(set);
		}
		return set.get(keyId);
	}

	@Override
	public Mono<VerificationKey> resolve(@Nullable String keyId) {
		return (keyId != null) ? Mono.defer(() -> lookUp(keyId)) : Mono.empty();
	}

	private Mono<VerificationKey> lookUp(String keyId) {
		KeySet set = this.store.current();
		if (set == null || mustWait(set)) {
			return this.store.refresh(set)
				.mapNotNull((loaded) -> loaded.get(keyId))
				.onErrorResume(ClerkUnavailableException.class, (ex) -> fallBack(set, keyId, ex));
		}
		VerificationKey key = set.get(keyId);
		return (key != null) ? Mono.just(key)
				: this.store.refreshForUnknownKey(set).mapNotNull((loaded) -> loaded.get(keyId));
	}

	private Mono<VerificationKey> fallBack(@Nullable KeySet set, String keyId, ClerkUnavailableException ex) {
		VerificationKey key = (set != null && isTrusted(set)) ? set.get(keyId) : null;
		return (key != null) ? Mono.just(key) : Mono.error(ex);
	}

	private boolean mustWait(KeySet set) {
		// In an outage expired keys are used without waiting; otherwise they are replaced
		return !isTrusted(set) || (this.policy.isExpired(set, this.time.millis()) && this.store.failure() == null);
	}

	private boolean isTrusted(KeySet set) {
		return this.policy.isTrusted(set, this.time.millis());
	}

	@Override
	public Mono<Void> warmUp() {
		return Mono.defer(() -> {
			KeySet set = this.store.current();
			return (set != null && !mustWait(set)) ? Mono.<Void>empty() : this.store.refresh(set).then();
		});
	}

	@Override
	public ClerkKeySetState state() {
		KeySet set = this.store.current();
		long now = this.time.millis();
		return new ClerkKeySetState(set != null && isTrusted(set), set != null && this.policy.isExpired(set, now),
				(set != null) ? set.keys().size() : 0,
				(set != null) ? Duration.ofMillis(Math.max(0, now - set.loadedAt())) : null, this.store.refreshes(),
				this.store.failures(), this.gate.refused(), this.store.failure());
	}

	/**
	 * Return the location of the keys, without user info and query.
	 */
	@Override
	public String toString() {
		return "the key set of " + this.place;
	}

}
