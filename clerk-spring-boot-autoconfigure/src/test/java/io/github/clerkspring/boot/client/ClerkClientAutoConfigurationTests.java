package io.github.clerkspring.boot.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.client.ApiVersionInserter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.util.DefaultUriBuilderFactory;
import reactor.core.publisher.Mono;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClerkClientAutoConfigurationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final ClerkEmulator emulator = ClerkEmulator.start();

	private final String userId = this.emulator.users().create("ada@example.com");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class))
		.withPropertyValues("clerk.secret-key=" + this.emulator.secretKey(),
				"clerk.api-url=" + this.emulator.baseUrl());

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void theWebClientIsTheConfiguredOne() {
		this.runner.withPropertyValues("clerk.client.api-version=2025-11-10").run((context) -> {
			this.emulator.failNext(Fault.status(503));
			ClerkBackendClient clerk = context.getBean(ClerkBackendClient.class);
			Map<?, ?> count = clerk.webClient().get().uri("/users/count").retrieve().bodyToMono(Map.class).block(LIMIT);
			assertThat(count.get("total_count")).isEqualTo(1);
			assertThat(this.emulator.requests()).hasSize(2)
				.allSatisfy(
						(request) -> assertThat(request.headers()).containsEntry("clerk-api-version", "2025-11-10"));
			assertThatExceptionOfType(ClerkApiException.NotFound.class).isThrownBy(
					() -> clerk.webClient().get().uri("/users/user_2").retrieve().toBodilessEntity().block(LIMIT));
		});
	}

	@Test
	void customizersComeInTheirOrderAndBehindTheProperties() {
		this.runner.withPropertyValues("clerk.client.retry.max-attempts=3")
			.withUserConfiguration(Customizers.class)
			.run((context) -> {
				this.emulator.failNext(Fault.status(503));
				ClerkBackendClient clerk = context.getBean(ClerkBackendClient.class);
				assertThatExceptionOfType(ClerkApiException.ServerError.class)
					.isThrownBy(() -> clerk.users().get(this.userId).block(LIMIT));
				assertThat(this.emulator.requests()).hasSize(1)
					.allSatisfy(
							(request) -> assertThat(request.headers()).containsEntry("clerk-api-version", "second"));
			});
	}

	@Test
	void propertiesSetRepetitionsAndTimes() {
		this.runner.withPropertyValues("clerk.client.retry.max-attempts=2", "clerk.client.response-timeout=200ms")
			.run((context) -> {
				this.emulator.failNext(Fault.slow(Duration.ofSeconds(2)).times(2));
				ClerkBackendClient clerk = context.getBean(ClerkBackendClient.class);
				assertThatExceptionOfType(WebClientRequestException.class)
					.isThrownBy(() -> clerk.users().get(this.userId).block(LIMIT))
					.withMessageContainingAll("users.get", "200ms", "clerk.client.response-timeout");
				// The emulator may read a request after the client has stopped waiting
				Awaitility.await().atMost(LIMIT).until(() -> this.emulator.requests().size() == 2);
			});
	}

	@Test
	void filtersOfCustomizersSeeTheCallsButNotTheKey() {
		this.runner.withBean(Filters.class).run((context) -> {
			context.getBean(ClerkBackendClient.class).users().get(this.userId).block(LIMIT);
			assertThat(context.getBean(Filters.class).seen).containsExactly("/v1/users/" + this.userId + " null");
		});
	}

	@Test
	void nothingElseOfTheApplicationsWebClientCustomizersReachesClerk() {
		this.runner.withBean(Intrusion.class).run((context) -> {
			ClerkBackendClient clerk = context.getBean(ClerkBackendClient.class);
			assertThat(clerk.users().get(this.userId).block(LIMIT).id()).isEqualTo(this.userId);
			clerk.webClient().get().uri("/users/count").retrieve().toBodilessEntity().block(LIMIT);
			assertThatExceptionOfType(ClerkApiException.NotFound.class)
				.isThrownBy(() -> clerk.users().get("user_2").block(LIMIT));
			assertThat(this.emulator.requests()).hasSize(3)
				.allSatisfy((request) -> assertThat(request.headers())
					.doesNotContainKeys("x-intrusion", "cookie", "api-version")
					.containsEntry("accept", "application/json"));
		});
	}

	@Test
	void aCallHasATimeInAll() {
		this.runner.withPropertyValues("clerk.client.call-timeout=200ms").run((context) -> {
			this.emulator.failNext(Fault.slow(Duration.ofSeconds(2)));
			assertThatExceptionOfType(WebClientRequestException.class)
				.isThrownBy(() -> context.getBean(ClerkBackendClient.class).users().get(this.userId).block(LIMIT))
				.withMessageContainingAll("users.get", "200ms", "clerk.client.call-timeout");
		});
	}

	@Test
	void aClientOfTheApplicationTakesThePlaceOfOurs() {
		this.runner.withBean("own", ClerkBackendClient.class, () -> client("sk_test_own"))
			.run((context) -> assertThat(context).hasSingleBean(ClerkBackendClient.class)
				.hasBean("own")
				.doesNotHaveBean("clerkBackendClient"));
	}

	@Test
	void furtherClientsLiveBesideIt() {
		this.runner
			.withBean("other", ClerkBackendClient.class, () -> client("sk_test_other"),
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> {
				ClerkBackendClient clerk = context.getBean("clerkBackendClient", ClerkBackendClient.class);
				assertThat(clerk.users().get(this.userId).block(LIMIT).id()).isEqualTo(this.userId);
				assertThatExceptionOfType(ClerkApiException.Unauthorized.class).isThrownBy(
						() -> context.getBean("other", ClerkBackendClient.class).users().get(this.userId).block(LIMIT));
			});
	}

	private ClerkBackendClient client(String secretKey) {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(secretKey)).apiUrl(this.emulator.baseUrl()).build();
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		ClerkBackendClientCustomizer second() {
			return (builder) -> builder.apiVersion("second");
		}

		@Bean
		@Order(1)
		ClerkBackendClientCustomizer first() {
			return (builder) -> builder.apiVersion("first")
				.retryPolicy(new RetryPolicy(1, Duration.ZERO, Duration.ZERO));
		}

	}

	static class Filters implements ClerkBackendClientCustomizer {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@Override
		public void customize(ClerkBackendClient.Builder builder) {
			builder.filter((request, next) -> {
				this.seen.add(request.url().getPath() + " " + request.headers().getFirst("Authorization"));
				return next.exchange(request);
			});
		}

	}

	/** Sets everything that a builder has, for other servers than Clerk's. */
	static class Intrusion implements WebClientCustomizer {

		@Override
		public void customize(WebClient.Builder builder) {
			builder.baseUrl("http://127.0.0.1:1")
				.uriBuilderFactory(new DefaultUriBuilderFactory("http://127.0.0.1:2"))
				.defaultUriVariables(Map.of("userId", "other"))
				.defaultHeader("X-Intrusion", "header")
				.defaultHeader("Accept", "text/plain")
				.defaultCookie("session", "cookie")
				.defaultRequest((request) -> request.header("X-Intrusion", "request"))
				.defaultApiVersion("1")
				.apiVersionInserter(ApiVersionInserter.useHeader("Api-Version"))
				.defaultStatusHandler((status) -> true, (response) -> Mono.error(new IllegalStateException()))
				.clientConnector(new JdkClientHttpConnector())
				.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1));
		}

	}

}
