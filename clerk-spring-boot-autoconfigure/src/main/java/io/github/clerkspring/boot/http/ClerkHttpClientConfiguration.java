package io.github.clerkspring.boot.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
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
			ObjectProvider<HttpClientSettings> settings, ConfigurableListableBeanFactory beanFactory) {
		ReactorClientHttpConnectorBuilder reactor = (builder
			.getIfUnique() instanceof ReactorClientHttpConnectorBuilder configured) ? configured
					: customize(customizers.orderedStream().toList());
		boolean customized = Stream.of(ClientHttpConnectorBuilder.class, ClientHttpConnectorBuilderCustomizer.class)
			.flatMap((type) -> Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type)))
			.anyMatch((name) -> !isDefinedByBoot(beanFactory, name));
		return new ClerkHttpClientFactory(reactor, settings.getIfUnique(HttpClientSettings::defaults).sslBundle(),
				customized);
	}

	private static boolean isDefinedByBoot(ConfigurableListableBeanFactory beanFactory, String name) {
		String factory = (beanFactory.containsBeanDefinition(name))
				? beanFactory.getBeanDefinition(name).getFactoryBeanName() : null;
		return factory != null && factory.startsWith(ReactiveHttpClientAutoConfiguration.class.getName());
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
