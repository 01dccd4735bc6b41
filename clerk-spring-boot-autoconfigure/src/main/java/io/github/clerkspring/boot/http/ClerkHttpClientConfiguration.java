package io.github.clerkspring.boot.http;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.util.LambdaSafe;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;

/**
 * Configuration of the connections to Clerk, which use the settings of
 * {@code spring.http.clients} and the {@link ClientHttpConnectorBuilderCustomizer} beans
 * of the application for Reactor Netty.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ ClientHttpConnectorBuilder.class, HttpClient.class })
public class ClerkHttpClientConfiguration {

	@Bean
	ClerkHttpClientFactory clerkHttpClientFactory(ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
			ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers,
			ObjectProvider<HttpClientSettings> settings) {
		ReactorClientHttpConnectorBuilder reactor = (builder
			.getIfUnique() instanceof ReactorClientHttpConnectorBuilder configured) ? configured
					: customize(customizers.orderedStream().toList());
		return new ClerkHttpClientFactory(reactor, settings.getIfUnique(HttpClientSettings::defaults).sslBundle());
	}

	// The HTTP client of the application is not necessarily Reactor Netty
	@SuppressWarnings("unchecked")
	private static ReactorClientHttpConnectorBuilder customize(
			List<ClientHttpConnectorBuilderCustomizer<?>> customizers) {
		ReactorClientHttpConnectorBuilder[] builder = { ClientHttpConnectorBuilder.reactor() };
		LambdaSafe.callbacks(ClientHttpConnectorBuilderCustomizer.class, customizers, builder[0])
			.invoke((customizer) -> builder[0] = (ReactorClientHttpConnectorBuilder) customizer.customize(builder[0]));
		return builder[0];
	}

}
