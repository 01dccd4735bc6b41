package io.github.clerkspring.security.session;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One key that is configured, so that nothing is ever fetched. Key ids in tokens do not
 * matter.
 */
public final class PemKeySource implements ClerkKeySource {

	private static final ClerkKeySetState STATE = new ClerkKeySetState(true, false, 1, null, 0, 0, 0, null);

	private final VerificationKey key;

	private PemKeySource(VerificationKey key) {
		this.key = key;
	}

	/**
	 * Read a key.
	 * @param pem an RSA public key in PEM ({@code BEGIN PUBLIC KEY}); header, footer and
	 * line breaks may be missing, and line breaks may be written as {@code \n}
	 * @return a source with this key
	 * @throws IllegalArgumentException if it is not such a key, or has fewer than 2048
	 * bits; the message says what it is instead
	 */
	public static PemKeySource of(String pem) {
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
