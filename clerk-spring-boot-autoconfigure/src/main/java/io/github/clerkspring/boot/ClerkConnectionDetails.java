package io.github.clerkspring.boot;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Secret;

/**
 * Details of the connection to a Clerk instance: URLs and keys. A bean of this type
 * replaces the connection properties.
 */
public interface ClerkConnectionDetails extends ConnectionDetails {

	/**
	 * Return the URL of the Backend API, without its version.
	 * @return the URL
	 */
	String apiUrl();

	/**
	 * Return the secret key.
	 * @return the key, or {@code null} if the application does not call the Backend API
	 */
	@Nullable ClerkSecretKey secretKey();

	/**
	 * Return the publishable key.
	 * @return the key, or {@code null} if the issuer is configured separately
	 */
	@Nullable ClerkPublishableKey publishableKey();

	/**
	 * Return the public key that verifies tokens, used instead of a key set.
	 * @return the key in PEM format, or {@code null} if the key set is fetched
	 */
	default @Nullable String jwtKey() {
		return null;
	}

	/**
	 * Return the secret key of the machine that the application represents.
	 * @return the key, or {@code null} if none is configured
	 */
	default @Nullable Secret machineSecretKey() {
		return null;
	}

	/**
	 * Return the URL of the proxy of the Frontend API. Tokens can have it as their
	 * issuer.
	 * @return the URL, or {@code null} to use the host of the publishable key
	 */
	default @Nullable URI proxyUrl() {
		return null;
	}

	/**
	 * Return the URI of the key set.
	 * @return the URI, or {@code null} to use the key set of the Backend API if a secret
	 * key is configured and of the Frontend API otherwise
	 */
	default @Nullable URI jwksUri() {
		return null;
	}

}
