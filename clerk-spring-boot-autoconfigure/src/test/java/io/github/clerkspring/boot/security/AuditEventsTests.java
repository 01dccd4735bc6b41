package io.github.clerkspring.boot.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.audit.InMemoryAuditEventRepository;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Audit events name users, never tokens.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuditEventsTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final String userId = this.clerk.users().create("ada@example.com");

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void nameNoTokenWhenKeysAreAway(WebApplicationType type, CapturedOutput output) {
		String token = this.clerk.sessionToken(this.userId).mint();
		try (ConfigurableApplicationContext context = start(type, "--clerk.jwks.uri=http://127.0.0.1:1/jwks",
				"--clerk.jwks.warm-up=false")) {
			assertThat(status(context, token)).isEqualTo(503);
			assertThat(events(context)).singleElement().satisfies((event) -> refuses(event, token));
		}
		assertThat(output).contains("AuditEvent [").doesNotContain(token);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void nameUserOfGoodTokenAndNothingOfBadOnes(WebApplicationType type, CapturedOutput output) {
		String good = this.clerk.sessionToken(this.userId).mint();
		String bad = this.clerk.sessionToken(this.userId).signedByStranger().mint();
		try (ConfigurableApplicationContext context = start(type)) {
			assertThat(status(context, good)).isEqualTo(200);
			assertThat(status(context, bad)).isEqualTo(401);
			List<AuditEvent> events = events(context);
			assertThat(events).hasSize(2);
			assertThat(events.get(0).getPrincipal()).isEqualTo(this.userId);
			assertThat(events.get(0).toString()).doesNotContain(good);
			refuses(events.get(1), bad);
		}
		assertThat(output).contains("AuditEvent [").doesNotContain(good, bad);
	}

	private static void refuses(AuditEvent event, String token) {
		assertThat(event.getType()).isEqualTo("AUTHENTICATION_FAILURE");
		assertThat(event.getPrincipal()).isEqualTo("redacted");
		assertThat(event.toString()).doesNotContain(token);
	}

	private static List<AuditEvent> events(ConfigurableApplicationContext context) {
		return context.getBean(AuditEventRepository.class).find(null, null, null);
	}

	private ConfigurableApplicationContext start(WebApplicationType type, String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "clerk.secret-key",
					this.clerk.secretKey(), "clerk.publishable-key", this.clerk.publishableKey(), "clerk.api-url",
					this.clerk.baseUrl(), "spring.main.banner-mode", "off",
					"logging.level.org.springframework.security", "TRACE", "logging.level.io.github.clerkspring",
					"TRACE", "logging.level.org.springframework.boot.actuate", "TRACE"))
			.run(arguments);
	}

	private static int status(ConfigurableApplicationContext context, String token) {
		String port = context.getEnvironment().getProperty("local.server.port");
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofMinutes(1))
			.build()
			.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.returnResult(String.class)
			.getStatus()
			.value();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@Bean
		InMemoryAuditEventRepository auditEventRepository() {
			return new InMemoryAuditEventRepository();
		}

		@GetMapping("/me")
		String me() {
			return "me";
		}

	}

}
