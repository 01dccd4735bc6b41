package io.github.clerkspring.boot.http;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.client.reactive.ClientHttpConnector;
import reactor.netty.http.client.HttpClient;

/**
 * Creates connectors to Clerk that have the SSL bundle, the proxy and what else the
 * application configures for its connections. Redirects, repeated requests, logging of
 * requests and headers are not configurable: they would give away the secret key.
 */
public final class ClerkConnectorFactory {

	private final ReactorClientHttpConnectorBuilder builder;

	private final HttpClientSettings settings;

	ClerkConnectorFactory(ReactorClientHttpConnectorBuilder builder, @Nullable SslBundle sslBundle) {
		this.builder = builder;
		this.settings = HttpClientSettings.ofSslBundle(sslBundle);
	}

	/**
	 * Create a connector.
	 * @param httpClient the HTTP client to begin with
	 * @param connectTimeout how long connecting may take
	 * @param responseTimeout how long a response may take
	 * @param compress whether responses may be compressed
	 * @return the connector
	 */
	public ClientHttpConnector create(HttpClient httpClient, Duration connectTimeout, Duration responseTimeout,
			boolean compress) {
		// Customizers of the application come before this one
		return this.builder.withHttpClientFactory(() -> httpClient)
			.withHttpClientCustomizer((customized) -> restrict(customized)
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
				.responseTimeout(responseTimeout)
				.compress(compress))
			.build(this.settings);
	}

	private static HttpClient restrict(HttpClient httpClient) {
		return httpClient.followRedirect(false)
			.disableRetry(true)
			.wiretap(false)
			.compress(false)
			.headers(HttpHeaders::clear);
	}

}
