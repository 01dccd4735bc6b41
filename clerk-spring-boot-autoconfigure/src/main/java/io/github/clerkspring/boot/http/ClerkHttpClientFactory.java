package io.github.clerkspring.boot.http;

import java.time.Duration;
import java.util.function.Supplier;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.function.SingletonSupplier;
import reactor.netty.http.client.HttpClient;

/**
 * Factory for HTTP clients of Clerk, which use the connection settings of the
 * application, such as the SSL bundle and the proxy. Redirects, retries, logging of
 * requests and headers are not configurable, since they would disclose the secret key.
 */
public final class ClerkHttpClientFactory {

	private final ReactorClientHttpConnectorBuilder builder;

	private final HttpClientSettings settings;

	private final boolean customized;

	/**
	 * Create the factory.
	 * @param builder the builder with the customizations of the application
	 * @param sslBundle the SSL bundle, or {@code null} if none is configured
	 * @param customized whether there are customizations, which can be invalid
	 */
	ClerkHttpClientFactory(ReactorClientHttpConnectorBuilder builder, @Nullable SslBundle sslBundle,
			boolean customized) {
		this.builder = builder;
		this.settings = HttpClientSettings.ofSslBundle(sslBundle);
		this.customized = customized || sslBundle != null;
	}

	/**
	 * Create an HTTP client.
	 * @param httpClient the HTTP client to start with
	 * @param connectTimeout the timeout for establishing a connection
	 * @return the HTTP client with the settings of the application
	 */
	public HttpClient create(HttpClient httpClient, Duration connectTimeout) {
		HttpClient[] configured = { httpClient };
		// The last customizer is applied after the settings and all other customizers
		this.builder.withHttpClientFactory(() -> httpClient).withHttpClientCustomizer((customized) -> {
			configured[0] = restrict(customized).option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
					Math.toIntExact(connectTimeout.toMillis()));
			return customized;
		}).build(this.settings);
		return configured[0];
	}

	/**
	 * Return a supplier of an HTTP client. The HTTP client is created on first use,
	 * unless the application has an SSL bundle or customizations, whose failures are
	 * reported here.
	 * @param httpClient the supplier of the HTTP client to start with
	 * @param connectTimeout the timeout for establishing a connection
	 * @return the supplier of the HTTP client with the settings of the application
	 */
	public Supplier<HttpClient> supplier(Supplier<HttpClient> httpClient, Duration connectTimeout) {
		if (this.customized) {
			HttpClient created = create(httpClient.get(), connectTimeout);
			return () -> created;
		}
		return SingletonSupplier.of(() -> create(httpClient.get(), connectTimeout));
	}

	private static HttpClient restrict(HttpClient httpClient) {
		return httpClient.followRedirect(false)
			.disableRetry(true)
			.responseTimeout(null)
			.wiretap(false)
			.headers(HttpHeaders::clear);
	}

}
