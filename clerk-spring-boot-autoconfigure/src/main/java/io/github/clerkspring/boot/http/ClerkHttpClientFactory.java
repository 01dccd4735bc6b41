package io.github.clerkspring.boot.http;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import reactor.netty.http.client.HttpClient;

/**
 * Creates HTTP clients for Clerk with the application's settings for connections, such as
 * the SSL bundle and the proxy. Redirects, repeated requests, logging of requests and
 * headers are not configurable, since they would disclose the secret key.
 */
public final class ClerkHttpClientFactory {

	private final ReactorClientHttpConnectorBuilder builder;

	private final HttpClientSettings settings;

	ClerkHttpClientFactory(ReactorClientHttpConnectorBuilder builder, @Nullable SslBundle sslBundle) {
		this.builder = builder;
		this.settings = HttpClientSettings.ofSslBundle(sslBundle);
	}

	/**
	 * Create an HTTP client.
	 * @param httpClient the HTTP client to begin with
	 * @param connectTimeout how long connecting may take
	 * @return the HTTP client with the settings of the application
	 */
	public HttpClient create(HttpClient httpClient, Duration connectTimeout) {
		HttpClient[] configured = { httpClient };
		// The last customizer receives the result of the settings and of all others
		this.builder.withHttpClientFactory(() -> httpClient).withHttpClientCustomizer((customized) -> {
			configured[0] = restrict(customized).option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
					Math.toIntExact(connectTimeout.toMillis()));
			return customized;
		}).build(this.settings);
		return configured[0];
	}

	private static HttpClient restrict(HttpClient httpClient) {
		return httpClient.followRedirect(false)
			.disableRetry(true)
			.responseTimeout(null)
			.wiretap(false)
			.headers(HttpHeaders::clear);
	}

}
