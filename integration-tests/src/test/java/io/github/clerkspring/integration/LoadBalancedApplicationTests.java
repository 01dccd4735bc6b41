package io.github.clerkspring.integration;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.keys.ClerkKeySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications of Spring Cloud LoadBalancer. Its filter takes the host of a URL for the
 * name of a service, which {@code api.clerk.com} is not.
 */
class LoadBalancedApplicationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final ClerkEmulator emulator = ClerkEmulator.start();

	private final String userId = this.emulator.users().create("ada@example.com");

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@ParameterizedTest
	@EnumSource
	void theOnlyBuilderIsLoadBalanced(WebApplicationType type) {
		assertWorks(type, LoadBalancedBuilder.class);
	}

	@ParameterizedTest
	@EnumSource
	void oneOfTwoBuildersIsLoadBalanced(WebApplicationType type) {
		assertWorks(type, LoadBalancedBuilder.class, PlainBuilder.class);
	}

	@ParameterizedTest
	@EnumSource
	void aCustomizerMakesAllBuildersLoadBalanced(WebApplicationType type) {
		assertWorks(type, LoadBalancingCustomizer.class);
	}

	private void assertWorks(WebApplicationType type, Class<?>... configuration) {
		try (ConfigurableApplicationContext context = start(type, configuration)) {
			assertThat(context.getBean(ClerkBackendClient.class).users().get(this.userId).block(LIMIT).id())
				.isEqualTo(this.userId);
			if (type != WebApplicationType.NONE) {
				context.getBean(ClerkKeySource.class).warmUp().block(LIMIT);
			}
			// The builders of the application do balance
			WebClient.Builder builder = context.getBeanProvider(WebClient.Builder.class).stream().findFirst().get();
			assertThat(builder.build()
				.get()
				.uri(URI.create(this.emulator.baseUrl()))
				.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode().value()))
				.block(LIMIT)).isEqualTo(503);
		}
	}

	private ConfigurableApplicationContext start(WebApplicationType type, Class<?>... configuration) {
		return new SpringApplicationBuilder(Application.class).sources(configuration)
			.web(type)
			.properties("server.port=0", "server.address=127.0.0.1", "clerk.secret-key=" + this.emulator.secretKey(),
					"clerk.publishable-key=" + this.emulator.publishableKey(),
					"clerk.api-url=" + this.emulator.baseUrl(), "clerk.jwks.warm-up=false",
					"spring.cloud.gateway.server.webflux.enabled=false",
					"spring.cloud.compatibility-verifier.enabled=false", "spring.main.banner-mode=off")
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class LoadBalancedBuilder {

		@Bean
		@LoadBalanced
		WebClient.Builder loadBalancedBuilder() {
			return WebClient.builder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainBuilder {

		@Bean
		WebClient.Builder plainBuilder() {
			return WebClient.builder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LoadBalancingCustomizer {

		@Bean
		WebClientCustomizer loadBalancing(ObjectProvider<ReactorLoadBalancerExchangeFilterFunction> filter) {
			return (builder) -> builder.filter(filter.getObject());
		}

	}

}
