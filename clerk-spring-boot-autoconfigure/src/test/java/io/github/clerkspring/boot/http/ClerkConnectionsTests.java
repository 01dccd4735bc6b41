package io.github.clerkspring.boot.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.keys.ClerkKeySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Client and key set connect as the application configures its connections.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClerkConnectionsTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String CA = "classpath:io/github/clerkspring/boot/http/ca.pem";

	private static final String[] BUNDLE = { "spring.ssl.bundle.pem.internal.truststore.certificate=" + CA,
			"spring.http.clients.ssl.bundle=internal" };

	private final ClerkEmulator emulator = ClerkEmulator.start();

	private final String userId = this.emulator.users().create("ada@example.com");

	@AfterEach
	void close() {
		this.emulator.close();
	}

	static Stream<Arguments> stacks() {
		return Stream.of(Arguments.of(new WebApplicationContextRunner()),
				Arguments.of(new ReactiveWebApplicationContextRunner()));
	}

	@ParameterizedTest
	@MethodSource("stacks")
	<C extends ConfigurableApplicationContext, A extends ApplicationContextAssertProvider<C>> void aPrivateCaIsTrustedByClientAndKeySet(
			AbstractApplicationContextRunner<?, C, A> runner) {
		try (TlsFront front = new TlsFront(this.emulator.baseUrl())) {
			configure(runner, front.url()).withPropertyValues(BUNDLE).run((context) -> {
				callAndFetch(context);
				assertThat(front.requests()).containsExactly("/v1/users/" + this.userId, "/v1/jwks");
			});
		}
	}

	@Test
	void aKeySetOfTheFrontendApiIsFetchedLikewise() {
		try (TlsFront front = new TlsFront(this.emulator.baseUrl())) {
			configure(new WebApplicationContextRunner(), front.url()).withPropertyValues(BUNDLE)
				.withPropertyValues("clerk.jwks.uri=" + front.url() + "/.well-known/jwks.json")
				.run((context) -> {
					context.getBean(ClerkKeySource.class).warmUp().block(LIMIT);
					assertThat(front.requests()).containsExactly("/.well-known/jwks.json");
				});
		}
	}

	@Test
	void withoutBundleAPrivateCaIsNotTrusted() {
		try (TlsFront front = new TlsFront(this.emulator.baseUrl())) {
			configure(new WebApplicationContextRunner(), front.url())
				.withPropertyValues("clerk.client.retry.max-attempts=1")
				.run((context) -> {
					assertThatExceptionOfType(WebClientRequestException.class).isThrownBy(() -> call(context));
					assertThatExceptionOfType(ClerkUnavailableException.class)
						.isThrownBy(() -> context.getBean(ClerkKeySource.class).warmUp().block(LIMIT));
					assertThat(front.requests()).isEmpty();
				});
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { ProxyOfConnectors.class, ProxyOfBuilder.class, ProxyBesideJdk.class })
	void clientAndKeySetGoThroughTheProxy(Class<?> configuration) throws IOException {
		try (ConnectProxy proxy = new ConnectProxy(URI.create(this.emulator.baseUrl()).getPort())) {
			configure(new WebApplicationContextRunner(), this.emulator.baseUrl()).withUserConfiguration(configuration)
				.withPropertyValues("test.proxy=" + proxy.port())
				.run((context) -> {
					callAndFetch(context);
					String target = URI.create(this.emulator.baseUrl()).getAuthority();
					assertThat(proxy.connects()).hasSize(2)
						.allSatisfy((connect) -> assertThat(connect).startsWith("CONNECT " + target));
				});
		}
	}

	@Test
	void aPrivateCaIsTrustedBehindAProxy() throws IOException {
		try (TlsFront front = new TlsFront(this.emulator.baseUrl());
				ConnectProxy proxy = new ConnectProxy(URI.create(front.url()).getPort())) {
			configure(new WebApplicationContextRunner(), front.url()).withUserConfiguration(ProxyOfConnectors.class)
				.withPropertyValues(BUNDLE)
				.withPropertyValues("test.proxy=" + proxy.port())
				.run((context) -> {
					callAndFetch(context);
					assertThat(proxy.connects()).hasSize(2);
					assertThat(front.requests()).hasSize(2);
				});
		}
	}

	@Test
	void theHttpClientOfTheKeySetIsCreatedOnFirstUse() {
		configure(new WebApplicationContextRunner(), this.emulator.baseUrl())
			.run((context) -> assertThat(createdHttpClients(context)).containsExactly(0, 1, 1));
	}

	@ParameterizedTest
	@ValueSource(classes = { Careless.class, CarelessBuilder.class })
	void theHttpClientOfTheKeySetIsCreatedAtOnceWithCustomizations(Class<?> configuration) {
		configure(new WebApplicationContextRunner(), this.emulator.baseUrl()).withUserConfiguration(configuration)
			.run((context) -> assertThat(createdHttpClients(context)).containsExactly(1, 1, 1));
	}

	private static List<Integer> createdHttpClients(ApplicationContext context) {
		AtomicInteger created = new AtomicInteger();
		Supplier<HttpClient> httpClient = context.getBean(ClerkHttpClientFactory.class).supplier(() -> {
			created.incrementAndGet();
			return HttpClient.newConnection();
		}, LIMIT);
		int first = created.get();
		httpClient.get();
		int second = created.get();
		httpClient.get();
		return List.of(first, second, created.get());
	}

	@ParameterizedTest
	@ValueSource(classes = { ProxyOfConnectors.class, ProxyOfBuilder.class })
	void anInvalidCustomizationFailsTheStart(Class<?> configuration) {
		configure(new WebApplicationContextRunner(), this.emulator.baseUrl())
			.withUserConfiguration(configuration, KeyUser.class)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("'test.proxy' not found"));
	}

	@Test
	void anUnreadableCertificateFailsTheStart() {
		configure(new WebApplicationContextRunner(), this.emulator.baseUrl()).withUserConfiguration(KeyUser.class)
			.withPropertyValues("spring.ssl.bundle.pem.internal.truststore.certificate=classpath:missing.pem",
					"spring.http.clients.ssl.bundle=internal")
			.run((context) -> assertThat(context.getStartupFailure()).isNotNull());
	}

	@Test
	void customizersChangeNeitherHeadersNorTimes(CapturedOutput output) {
		configure(new WebApplicationContextRunner(), this.emulator.baseUrl()).withUserConfiguration(Careless.class)
			.withPropertyValues("spring.http.clients.redirects=follow", "spring.http.clients.read-timeout=1ms",
					"spring.http.clients.connect-timeout=1ms", "spring.http.clients.cookie-handling=enable",
					"logging.level.io.github.clerkspring=TRACE", "logging.level.careless=TRACE")
			.run((context) -> {
				this.emulator.failNext(Fault.slow(Duration.ofMillis(300)));
				callAndFetch(context);
				assertThat(this.emulator.requests()).hasSize(2)
					.allSatisfy((request) -> assertThat(request.headers()).doesNotContainKeys("x-internal", "cookie"));
			});
		assertThat(output).doesNotContain(this.emulator.secretKey());
	}

	@Test
	void customizersDoNotLetRedirectsBeFollowed() {
		DisposableServer redirecting = HttpServer.create()
			.runOn(LoopResources.create("redirecting", 1, true))
			.host("127.0.0.1")
			.handle((request, response) -> response.sendRedirect(this.emulator.baseUrl() + request.uri()))
			.bindNow();
		try {
			configure(new WebApplicationContextRunner(), "http://127.0.0.1:" + redirecting.port())
				.withUserConfiguration(Careless.class)
				.withPropertyValues("spring.http.clients.redirects=follow")
				.run((context) -> {
					assertThatExceptionOfType(Exception.class).isThrownBy(() -> call(context));
					assertThatExceptionOfType(ClerkUnavailableException.class)
						.isThrownBy(() -> context.getBean(ClerkKeySource.class).warmUp().block(LIMIT));
					assertThat(this.emulator.requests()).isEmpty();
				});
		}
		finally {
			redirecting.disposeNow();
		}
	}

	@Test
	void theWarmUpSaysWhyKeysCannotBeFetchedAndFromWhere(CapturedOutput output) throws IOException {
		try (TlsFront front = new TlsFront(this.emulator.baseUrl())) {
			String key = "clerk.secret-key=sk_test_planted";
			String url = this.emulator.baseUrl();
			assertWarning(output, url + "/v1/jwks: secret-key-invalid, The key server answered 401", key);
			assertWarning(output, url + "/nothing: jwk-remote-failed-to-load, The key server answered 401",
					"clerk.jwks.uri=" + url + "/nothing?token=planted");
			assertWarning(output, front.url() + "/v1/jwks: jwk-remote-failed-to-load, SSLHandshakeException: ",
					"clerk.api-url=" + front.url());
			assertWarning(output, "http://127.0.0.1:1/jwks: jwk-remote-failed-to-load, AnnotatedConnectException: ",
					"clerk.jwks.uri=http://127.0.0.1:1/jwks");
			assertWarning(output, url + "/v1/jwks: jwk-remote-failed-to-load, AnnotatedConnectException: ",
					"test.proxy=1");
		}
		assertThat(output).doesNotContain("planted", this.emulator.secretKey());
	}

	private void assertWarning(CapturedOutput output, String text, String property) {
		configure(new WebApplicationContextRunner(), this.emulator.baseUrl())
			.withUserConfiguration((property.startsWith("test.")) ? ProxyOfConnectors.class : Object.class)
			.withUserConfiguration(KeyUser.class)
			.withPropertyValues("clerk.jwks.warm-up=true", property)
			.run((context) -> Awaitility.await()
				.atMost(LIMIT)
				.until(() -> output.getOut().contains("could not be fetched from the key set of " + text)));
	}

	private <S extends AbstractApplicationContextRunner<S, C, A>, C extends ConfigurableApplicationContext, A extends ApplicationContextAssertProvider<C>> AbstractApplicationContextRunner<?, C, A> configure(
			AbstractApplicationContextRunner<S, C, A> runner, String apiUrl) {
		return runner
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ReactiveHttpClientAutoConfiguration.class, ClerkAutoConfiguration.class,
					ClerkClientAutoConfiguration.class, ClerkSecurityAutoConfiguration.class))
			.withPropertyValues("clerk.secret-key=" + this.emulator.secretKey(),
					"clerk.publishable-key=" + this.emulator.publishableKey(), "clerk.api-url=" + apiUrl,
					"clerk.jwks.warm-up=false");
	}

	private void callAndFetch(ApplicationContext context) {
		call(context);
		context.getBean(ClerkKeySource.class).warmUp().block(LIMIT);
		assertThat(context.getBean(ClerkKeySource.class).state().ready()).isTrue();
	}

	private void call(ApplicationContext context) {
		assertThat(context.getBean(ClerkBackendClient.class).users().get(this.userId).block(LIMIT).id())
			.isEqualTo(this.userId);
	}

	private static HttpClient throughProxy(HttpClient httpClient, Environment environment) {
		return httpClient.proxy((proxy) -> proxy.type(ProxyProvider.Proxy.HTTP)
			.host("127.0.0.1")
			.port(environment.getRequiredProperty("test.proxy", Integer.class)));
	}

	@Configuration(proxyBeanMethods = false)
	static class ProxyOfConnectors {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> proxy(Environment environment) {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> throughProxy(httpClient, environment));
		}

		@Bean
		ClientHttpConnectorBuilderCustomizer<JdkClientHttpConnectorBuilder> other() {
			return (builder) -> {
				throw new IllegalStateException("Not for this HTTP client");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ProxyOfBuilder {

		@Bean
		ClientHttpConnectorBuilder<?> connectorBuilder(Environment environment) {
			return ClientHttpConnectorBuilder.reactor()
				.withHttpClientCustomizer((httpClient) -> throughProxy(httpClient, environment));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ProxyBesideJdk {

		@Bean
		ClientHttpConnectorBuilder<?> connectorBuilder() {
			return ClientHttpConnectorBuilder.jdk();
		}

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> proxy(Environment environment) {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> throughProxy(httpClient, environment));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Careless {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> careless() {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> httpClient.followRedirect(true)
				.headers((headers) -> headers.set("X-Internal", "planted").set("Cookie", "planted"))
				.baseUrl("http://127.0.0.1:1")
				.responseTimeout(Duration.ofMillis(1))
				.wiretap("careless"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CarelessBuilder {

		@Bean
		ClientHttpConnectorBuilder<?> connectorBuilder() {
			return ClientHttpConnectorBuilder.reactor();
		}

	}

	/**
	 * Part of an application that uses the keys.
	 */
	@Configuration(proxyBeanMethods = false)
	static class KeyUser {

		KeyUser(ClerkKeySource keySource) {
			assertThat(keySource).isNotNull();
		}

	}

}
