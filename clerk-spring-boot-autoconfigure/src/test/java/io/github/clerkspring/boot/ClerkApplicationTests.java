package io.github.clerkspring.boot;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Applications that have nothing of security but the starter's.
 */
class ClerkApplicationTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private String userId;

	@BeforeEach
	void seed() {
		this.userId = this.clerk.users().create("ada@example.com");
		this.clerk.organizations().create("org_acme", "Acme", Map.of());
		this.clerk.organizations().addMember("org_acme", this.userId, "org:admin");
	}

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void everyEndpointRequiresASessionToken(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type, this.clerk.secretKey())) {
			String token = this.clerk.sessionToken(this.userId).organization("org_acme").mint();
			get(context, "/me", token).expectStatus()
				.isOk()
				.expectBody(String.class)
				.isEqualTo(this.userId + " org:admin");
			get(context, "/me", null).expectStatus()
				.isUnauthorized()
				.expectHeader()
				.valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer.*");
			get(context, "/me", this.clerk.sessionToken(this.userId).expired().mint()).expectStatus().isUnauthorized();
			get(context, "/me", this.clerk.sessionToken(this.userId).signedByStranger().mint()).expectStatus()
				.isUnauthorized();
			get(context, "/actuator/health", null).expectStatus().isOk();
			get(context, "/actuator/info", null).expectStatus().isUnauthorized();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void sessionCookieCountsNothingByDefault(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type, this.clerk.secretKey())) {
			sendCookie(context, HttpMethod.GET).expectStatus().isUnauthorized();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void sessionCookieCountsForSafeMethodsWhenEnabled(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type, this.clerk.secretKey(),
				"--clerk.session.cookie.enabled=true")) {
			sendCookie(context, HttpMethod.GET).expectStatus().isOk();
			sendCookie(context, HttpMethod.POST).expectStatus().isUnauthorized();
		}
	}

	private WebTestClient.ResponseSpec sendCookie(ConfigurableApplicationContext context, HttpMethod method) {
		String token = this.clerk.sessionToken(this.userId).organization("org_acme").mint();
		return client(context).method(method).uri("/me").cookie("__session", token).exchange();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void failuresKeepTheirStatusAndReason(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type, this.clerk.secretKey())) {
			get(context, "/conflict", this.clerk.sessionToken(this.userId).mint()).expectStatus().isEqualTo(409);
			client(context).post().uri("/actuator/health").exchange().expectStatus().isEqualTo(405);
			get(context, "/me", this.clerk.sessionToken(this.userId).expired().mint()).expectStatus().isUnauthorized();
			assertThat(context.getBean(Listener.class).failure.getException())
				.hasCauseInstanceOf(JwtValidationException.class)
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("expired"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void isNotReadyBeforeThereAreKeys(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type, this.clerk.secretKey(),
				"--clerk.jwks.uri=http://127.0.0.1:1/jwks", "--management.endpoint.health.probes.enabled=true")) {
			get(context, "/actuator/health/readiness", null).expectStatus().isEqualTo(503);
			get(context, "/actuator/health/liveness", null).expectStatus().isOk();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void withoutKeysOfClerkTheAnswerIsServiceUnavailable(WebApplicationType type) {
		String token = this.clerk.sessionToken(this.userId).mint();
		try (ConfigurableApplicationContext context = start(type, this.clerk.secretKey(),
				"--clerk.jwks.uri=http://127.0.0.1:1/jwks", "--clerk.jwks.warm-up=false")) {
			get(context, "/me", token).expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.valueMatches(HttpHeaders.RETRY_AFTER, "\\d+");
		}
	}

	@Test
	void anApplicationWithoutWebStartsAndCallsClerk() {
		try (ConfigurableApplicationContext context = start(WebApplicationType.NONE, this.clerk.secretKey())) {
			ClerkBackendClient client = context.getBean(ClerkBackendClient.class);
			assertThat(client.users().get(this.userId).block(Duration.ofSeconds(60)).id()).isEqualTo(this.userId);
		}
	}

	@Test
	void reportsSecretKeyThatClerkRejects() {
		try (ConfigurableApplicationContext context = start(WebApplicationType.NONE, "sk_test_planted")) {
			ClerkBackendClient client = context.getBean(ClerkBackendClient.class);
			assertThatExceptionOfType(ClerkApiException.Unauthorized.class)
				.isThrownBy(() -> client.users().get(this.userId).block(Duration.ofSeconds(60)))
				.satisfies((ex) -> {
					assertThat(ex.hasCode("clerk_key_invalid")).isTrue();
					assertThat(ex.traceId()).isNotBlank();
					assertThat(ex.getMessage()).contains("users.get", "401").doesNotContain("planted");
				});
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void springsOwnPropertiesBesideClerksAreRefused(WebApplicationType type) {
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> start(type, this.clerk.secretKey(),
					"--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example"))
			.havingRootCause()
			.isInstanceOf(ClerkConfigurationException.class)
			.withMessageContaining("spring.security.oauth2.resourceserver.jwt.issuer-uri");
	}

	private ConfigurableApplicationContext start(WebApplicationType type, String secretKey, String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "clerk.secret-key", secretKey,
					"clerk.publishable-key", this.clerk.publishableKey(), "clerk.api-url", this.clerk.baseUrl(),
					"management.endpoints.web.exposure.include", "health,info", "spring.main.banner-mode", "off"))
			.run(arguments);
	}

	private static WebTestClient.ResponseSpec get(ConfigurableApplicationContext context, String path, String token) {
		return client(context).get().uri(path).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).exchange();
	}

	private static WebTestClient client(ConfigurableApplicationContext context) {
		String port = context.getEnvironment().getProperty("local.server.port");
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofMinutes(1))
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, Listener.class })
	static class Application {

	}

	@RestController
	static class Controller {

		@GetMapping("/me")
		String me(@CurrentSession ClerkSession session) {
			return session.userId() + " " + session.organization().role();
		}

		@GetMapping("/conflict")
		String conflict() {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}

	}

	static class Listener {

		private volatile AbstractAuthenticationFailureEvent failure;

		@EventListener
		void on(AbstractAuthenticationFailureEvent event) {
			this.failure = event;
		}

	}

}
