package io.github.clerkspring.sample.quickstart.docs;

import org.junit.jupiter.api.Test;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example of docs/configuration.md.
 */
class ConfigurationPageTests {

	@Test
	void customizerSetsProxy() {
		HttpClient[] customized = new HttpClient[1];
		new Connections().proxy()
			.customize(ClientHttpConnectorBuilder.reactor())
			.withHttpClientCustomizer((httpClient) -> customized[0] = httpClient)
			.build();
		assertThat(customized[0].configuration().hasProxy()).isTrue();
	}

	static class Connections {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> proxy() {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> httpClient
				.proxy((proxy) -> proxy.type(ProxyProvider.Proxy.HTTP).host("proxy.example.com").port(3128)));
		}

	}

}
