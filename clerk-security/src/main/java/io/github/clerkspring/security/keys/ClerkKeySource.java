package io.github.clerkspring.security.keys;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.ClerkUnavailableException;

/**
 * Source of the keys of one Clerk instance. Each verifier has its own source, so that a
 * key of one instance never verifies a token of another.
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
	 * Find a key among the keys that were fetched and are still trusted. This does not
	 * wait.
	 * @param keyId the key id, or {@code null} if the token has none
	 * @return the key, or {@code null} if it has to be resolved with
	 * {@link #resolve(String)}
	 */
	@Nullable VerificationKey find(@Nullable String keyId);

	/**
	 * Find a key, and fetch the keys if necessary.
	 * @param keyId the key id, or {@code null} if the token has none
	 * @return the key, empty if there is no such key; a {@link ClerkUnavailableException}
	 * if the keys cannot be fetched
	 */
	Mono<VerificationKey> resolve(@Nullable String keyId);

	/**
	 * Fetch the keys if they have not been fetched.
	 * @return completes when keys are available; a {@link ClerkUnavailableException} if
	 * they cannot be fetched
	 */
	Mono<Void> warmUp();

	/**
	 * Return the state of the keys, without fetching them.
	 * @return the state at this moment
	 */
	ClerkKeySetState state();

}
