package io.github.clerkspring.security.session;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where the keys of one Clerk instance come from. Each decoder has a source of its own,
 * so that no key of one instance ever verifies a token of another.
 */
public interface ClerkKeySource {

	/**
	 * Find a key among those that are known and trusted now. This never waits.
	 * @param keyId id of the key, or {@code null} if the token names none
	 * @return the key, or {@code null} if {@link #resolve(String)} has to decide
	 */
	@Nullable VerificationKey find(@Nullable String keyId);

	/**
	 * Find a key, and fetch keys if that may help.
	 * @param keyId id of the key, or {@code null} if the token names none
	 * @return the key, or nothing if there is no such key; a
	 * {@link ClerkKeysUnavailableException} if that cannot be found out
	 */
	Mono<VerificationKey> resolve(@Nullable String keyId);

	/**
	 * Fetch the keys unless they are there already.
	 * @return completes when there are keys; a {@link ClerkKeysUnavailableException} if
	 * there are none
	 */
	Mono<Void> warmUp();

	/**
	 * Return what is known about the keys, without asking anybody.
	 * @return the state at this moment
	 */
	ClerkKeySetState state();

}
