package io.github.clerkspring.boot.security;

import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.netty.http.client.HttpClient;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ClerkSetting;
import io.github.clerkspring.boot.http.ClerkHttpClientFactory;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.keys.RemoteKeySourceBuilder;

/**
 * Factory for the key source of the connection details.
 */
class KeySourceFactory {

	private final ClerkConnectionDetails connectionDetails;

	private final ClerkProperties.Jwks jwks;

	private final Clock clock;

	private final @Nullable ClerkHttpClientFactory httpClients;

	KeySourceFactory(ClerkConnectionDetails connectionDetails, ClerkProperties.Jwks jwks, Clock clock,
			@Nullable ClerkHttpClientFactory httpClients) {
		this.connectionDetails = connectionDetails;
		this.jwks = jwks;
		this.clock = clock;
		this.httpClients = httpClients;
	}

	ClerkKeySource create() {
		String pem = this.connectionDetails.jwtKey();
		return (pem != null) ? readPem(pem) : configure(remote()).build();
	}

	private RemoteKeySourceBuilder configure(RemoteKeySourceBuilder builder) {
		if (this.httpClients != null) {
			// Fetches are minutes apart, so that a connection pool is not necessary
			Supplier<HttpClient> httpClient = this.httpClients.supplier(HttpClient::newConnection,
					this.jwks.connectTimeout());
			builder.connector(() -> new ReactorClientHttpConnector(httpClient.get()));
		}
		return builder.lifetime(this.jwks.timeToLive())
			.refreshAhead(this.jwks.timeToLive().dividedBy(5))
			.staleLimit(this.jwks.outageTolerance())
			.unknownKeyInterval(this.jwks.unknownKidInterval())
			.connectTimeout(this.jwks.connectTimeout())
			.timeout(this.jwks.timeout())
			.clock(this.clock);
	}

	private static ClerkKeySource readPem(String pem) {
		try {
			return ClerkKeySource.ofPublicKey(pem);
		}
		catch (IllegalArgumentException ex) {
			throw ClerkSetting.JWT_KEY.exception(String.valueOf(ex.getMessage()));
		}
	}

	private RemoteKeySourceBuilder remote() {
		URI uri = this.connectionDetails.jwksUri();
		if (uri != null) {
			return ClerkKeySource.at(uri);
		}
		ClerkSecretKey secretKey = this.connectionDetails.secretKey();
		if (secretKey != null) {
			return ClerkKeySource.backendApi(URI.create(this.connectionDetails.apiUrl()), secretKey);
		}
		URI proxyUrl = this.connectionDetails.proxyUrl();
		if (proxyUrl != null) {
			return ClerkKeySource.frontendApi(proxyUrl);
		}
		return ClerkKeySource.frontendApi(publishableKey(this.connectionDetails.publishableKey()));
	}

	private static ClerkPublishableKey publishableKey(@Nullable ClerkPublishableKey publishableKey) {
		if (publishableKey == null) {
			throw ClerkSetting.PUBLISHABLE_KEY
				.exception("No key is configured from which the location of the key set can be derived");
		}
		return publishableKey;
	}

}
