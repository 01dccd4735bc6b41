package io.github.clerkspring.security.keys;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.ClerkKeysUnavailableException;

/**
 * Where the keys of one Clerk instance come from. Each decoder has a source of its own,
 * so that no key of one instance ever verifies a token of another.
 */
public interface ClerkKeySource {

	/**
	 * Fetch the keys from an instance's Frontend API, which needs no secret.
	 * @param publishableKey the publishable key, which contains the location
	 * @return a builder
	 */
	static RemoteKeySourceBuilder frontendApi(ClerkPublishableKey publishableKey) {
		return frontendApi(URI.create(publishableKey.issuer()));
	}

	/**
	 * Fetch the keys from an instance's Frontend API, which needs no secret.
	 * @param frontendApi the base URL, without a path except behind a proxy
	 * @return a builder
	 */
	static RemoteKeySourceBuilder frontendApi(URI frontendApi) {
		return RemoteKeySourceBuilder.at(frontendApi, "/.well-known/jwks.json", null);
	}

	/**
	 * Fetch the keys from the Backend API.
	 * @param backendApi the base URL without the version, such as
	 * {@code https://api.clerk.com}
	 * @param secretKey the instance's secret key
	 * @return a builder
	 */
	static RemoteKeySourceBuilder backendApi(URI backendApi, ClerkSecretKey secretKey) {
		return RemoteKeySourceBuilder.at(backendApi, "/v1/jwks", secretKey);
	}

	/**
	 * Fetch the keys from another location, without a secret.
	 * @param keySetUri the location of the key set
	 * @return a builder
	 */
	static RemoteKeySourceBuilder at(URI keySetUri) {
		return new RemoteKeySourceBuilder(keySetUri, null);
	}

	/**
	 * Use one configured key. Nothing is fetched, and key ids of tokens are ignored.
	 * @param pem an RSA public key in PEM ({@code BEGIN PUBLIC KEY}); header, footer and
	 * line breaks may be missing, and line breaks may be written as {@code \n}
	 * @return a source with this key
	 * @throws IllegalArgumentException if it is not such a key, or has fewer than 2048
	 * bits; the message names the fault
	 */
	static ClerkKeySource ofPublicKey(String pem) {
		return PemKeySource.of(pem);
	}

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
