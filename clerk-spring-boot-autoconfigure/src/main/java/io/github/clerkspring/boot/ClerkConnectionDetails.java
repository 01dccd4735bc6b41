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
	 * @return the key, or {@code null} if the application makes no calls
	 */
	@Nullable ClerkSecretKey secretKey();

	/**
	 * Return the publishable key.
	 * @return the key, or {@code null} if the issuer is configured in another way
	 */
	@Nullable ClerkPublishableKey publishableKey();

	/**
	 * Return the public key that verifies tokens, in place of a key set.
	 * @return the key in PEM, or {@code null} if the key set is fetched
	 */
	default @Nullable String jwtKey() {
		return null;
	}

	/**
	 * Return the secret key of the machine that the application represents.
	 * @return the key, or {@code null} if there is none
	 */
	default @Nullable Secret machineSecretKey() {
		return null;
	}

	/**
	 * Return the URL of the proxy of the Frontend API, if there is one. It may be the
	 * issuer of tokens.
	 * @return the URL, or {@code null} if the publishable key tells where it is
	 */
	default @Nullable URI proxyUrl() {
		return null;
	}

	/**
	 * Return the URI of the key set.
	 * @return the URI, or {@code null} to use the Backend API's with the secret key, or
	 * the Frontend API's without one
	 */
	default @Nullable URI jwksUri() {
		return null;
	}

}
