package io.github.clerkspring.boot.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.client.ApiVersionInserter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.DefaultUriBuilderFactory.EncodingMode;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.client.user.UserQuery;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.RecordedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application sets up for its own services has no effect on calls of Clerk.
 */
class ClerkClientIsolationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Set<String> HEADERS = Set.of("accept", "accept-encoding", "authorization", "clerk-api-version",
			"content-length", "content-type", "host", "user-agent");

	private final ClerkEmulator emulator = ClerkEmulator.start();

	private final String userId = this.emulator.users().create("a+b@x.org");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("clerk.secret-key=" + this.emulator.secretKey(),
				"clerk.api-url=" + this.emulator.baseUrl());

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@ParameterizedTest
	@ValueSource(classes = { Bases.class, Encoding.class, NoBase.class, Defaults.class, Statuses.class, Codecs.class,
			Filters.class, Connector.class, Exchange.class, RegisteredMapper.class, BoundBuilder.class,
			SeveralBuilders.class })
	void callsGoToClerkAsIfTheApplicationHadNoneOfIt(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration).run((context) -> {
			ClerkBackendClient clerk = context.getBean(ClerkBackendClient.class);
			assertThat(clerk.users()
				.list(UserQuery.create().emailAddress("a+b@x.org"))
				.map((page) -> page.data().get(0).id())
				.block(LIMIT)).isEqualTo(this.userId);
			assertThat(clerk.users()
				.update(this.userId, UpdateUserRequest.create().firstName("Ada"))
				.map((user) -> user.firstName())
				.block(LIMIT)).isEqualTo("Ada");
			assertThat(this.emulator.requests()).hasSize(2)
				.allSatisfy((request) -> assertThat(HEADERS).containsAll(request.headers().keySet()))
				.extracting(RecordedRequest::headers)
				.allSatisfy((headers) -> assertThat(headers).containsEntry("accept", "application/json")
					.containsEntry("clerk-api-version", "2026-05-12")
					.hasEntrySatisfying("user-agent", (agent) -> assertThat(agent).startsWith("clerk-spring-boot/")));
		});
	}

	@Test
	void theWebClientForFurtherOperationsIsNotChangedEither() {
		this.runner.withUserConfiguration(Bases.class, Defaults.class, Codecs.class).run((context) -> {
			Map<?, ?> count = context.getBean(ClerkBackendClient.class)
				.webClient()
				.get()
				.uri("/users/count?email_address={address}", "a+b@x.org")
				.retrieve()
				.bodyToMono(Map.class)
				.block(LIMIT);
			assertThat(count.get("total_count")).isEqualTo(1);
			assertThat(HEADERS).containsAll(this.emulator.requests().get(0).headers().keySet());
		});
	}

	private static <T> T refuse() {
		throw new IllegalStateException("Clerk's calls do not go through here");
	}

	private static JsonMapper strangeMapper() {
		return JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Bases {

		@Bean
		WebClientCustomizer bases() {
			return (builder) -> builder.baseUrl("http://127.0.0.1:1")
				.defaultUriVariables(Map.of("user_id", "user_other", "userId", "user_other"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Encoding {

		@Bean
		WebClientCustomizer encoding() {
			DefaultUriBuilderFactory factory = new DefaultUriBuilderFactory("http://127.0.0.1:1");
			factory.setEncodingMode(EncodingMode.NONE);
			return (builder) -> builder.uriBuilderFactory(factory);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoBase {

		@Bean
		WebClientCustomizer noBase() {
			DefaultUriBuilderFactory factory = new DefaultUriBuilderFactory();
			factory.setEncodingMode(EncodingMode.VALUES_ONLY);
			return (builder) -> builder.uriBuilderFactory(factory);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Defaults {

		@Bean
		WebClientCustomizer defaults() {
			return (builder) -> builder.defaultHeader("X-Internal", "planted").defaultHeaders((headers) -> {
				headers.setBearerAuth("planted");
				headers.set("User-Agent", "planted");
				headers.set("Accept", "text/plain");
			})
				.defaultCookie("internal", "planted")
				.defaultRequest((request) -> request.header("X-Request", "planted").cookie("other", "planted"))
				.apiVersionInserter(ApiVersionInserter.useHeader("X-Version"))
				.defaultApiVersion("planted");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Statuses {

		@Bean
		WebClientCustomizer statuses() {
			return (builder) -> builder.defaultStatusHandler((status) -> true, (response) -> refuse());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Codecs {

		@Bean
		WebClientCustomizer codecs() {
			return (builder) -> builder.codecs((codecs) -> {
				codecs.defaultCodecs().maxInMemorySize(1);
				codecs.customCodecs().register(new JacksonJsonDecoder(strangeMapper()));
				codecs.customCodecs().register(new JacksonJsonEncoder(strangeMapper()));
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Filters {

		@Bean
		WebClientCustomizer filters() {
			return (builder) -> builder
				.filter((request,
						next) -> next.exchange(ClientRequest.from(request)
							.url(URI.create("http://127.0.0.1:1/"))
							.header("X-Internal", "planted")
							.build()))
				.filters((filters) -> filters.add(0, (request, next) -> Mono.error(() -> refuse())));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Connector {

		@Bean
		WebClientCustomizer connector() {
			return (builder) -> builder.clientConnector((method, uri, callback) -> refuse());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Exchange {

		@Bean
		WebClientCustomizer exchange() {
			return (builder) -> builder.exchangeFunction((request) -> refuse());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredMapper {

		@Bean
		CodecCustomizer registeredMapper() {
			return (codecs) -> {
				codecs.customCodecs().register(new JacksonJsonDecoder(strangeMapper()));
				codecs.customCodecs().register(new JacksonJsonEncoder(strangeMapper()));
			};
		}

		@Bean
		JsonMapper applicationMapper() {
			return strangeMapper();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BoundBuilder {

		@Bean
		WebClient.Builder webClientBuilder() {
			return WebClient.builder().exchangeFunction((request) -> refuse()).defaultHeader("X-Internal", "planted");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SeveralBuilders {

		@Bean
		WebClient.Builder orders() {
			return WebClient.builder().baseUrl("http://127.0.0.1:1");
		}

		@Bean
		WebClient.Builder stock() {
			return WebClient.builder().exchangeFunction((request) -> refuse());
		}

	}

}
