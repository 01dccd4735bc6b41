package io.github.clerkspring.security.keys;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkKeySetState;

/**
 * Source with one configured key. Nothing is fetched, and key ids of tokens are ignored.
 */
final class PemKeySource implements ClerkKeySource {

	private static final ClerkKeySetState STATE = new ClerkKeySetState(true, false, 1, null, 0, 0, 0, null);

	private final VerificationKey key;

	private PemKeySource(VerificationKey key) {
		this.key = key;
	}

	static PemKeySource of(String pem) {
		return new PemKeySource(new VerificationKey(PublicKeyPem.read(pem)));
	}

	@Override
	public VerificationKey find(@Nullable String keyId) {
		return this.key;
	}

	@Override
	public Mono<VerificationKey> resolve(@Nullable String keyId) {
		return Mono.just(this.key);
	}

	@Override
	public Mono<Void> warmUp() {
		return Mono.empty();
	}

	@Override
	public ClerkKeySetState state() {
		return STATE;
	}

	@Override
	public String toString() {
		return "a configured key";
	}

}
