package io.github.clerkspring.boot.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.TokenVerificationListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Validators and listeners that an application has as beans.
 */
class TokenValidatorBeansTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final String userId = this.clerk.users().create("ada@example.com");

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void areAppliedInTheirOrderAfterOurs(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type)) {
			Application application = context.getBean(Application.class);
			String token = this.clerk.sessionToken(this.userId).mint();
			get(context, token).expectStatus().isOk();
			get(context, token).expectStatus().isOk();
			assertThat(application.calls).containsExactly("first", "second", "first", "second");
			application.refuses = true;
			get(context, token).expectStatus()
				.isUnauthorized()
				.expectHeader()
				.value(HttpHeaders.WWW_AUTHENTICATE, (value) -> assertThat(value).doesNotContain("tenant"));
			application.calls.clear();
			get(context, this.clerk.sessionToken(this.userId).expired().mint()).expectStatus().isUnauthorized();
			assertThat(application.calls).isEmpty();
			assertThat(application.verifications).extracting(TokenVerification::outcome)
				.containsExactly(TokenVerification.Outcome.ACCEPTED, TokenVerification.Outcome.ACCEPTED,
						TokenVerification.Outcome.REJECTED, TokenVerification.Outcome.REJECTED);
		}
	}

	private ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "clerk.secret-key",
					this.clerk.secretKey(), "clerk.publishable-key", this.clerk.publishableKey(), "clerk.api-url",
					this.clerk.baseUrl(), "spring.main.banner-mode", "off"))
			.run();
	}

	private static WebTestClient.ResponseSpec get(ConfigurableApplicationContext context, String token) {
		String port = context.getEnvironment().getProperty("local.server.port");
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofMinutes(1))
			.build()
			.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		private final List<String> calls = new ArrayList<>();

		private final List<TokenVerification> verifications = new ArrayList<>();

		private volatile boolean refuses;

		@Bean
		@Order(2)
		OAuth2TokenValidator<Jwt> second() {
			return (jwt) -> validate("second");
		}

		@Bean
		@Order(1)
		OAuth2TokenValidator<Jwt> first() {
			return (jwt) -> validate("first");
		}

		@Bean
		@Order(1)
		TokenVerificationListener broken() {
			return (verification) -> {
				throw new IllegalStateException("broken listener");
			};
		}

		@Bean
		@Order(2)
		TokenVerificationListener listener() {
			return this.verifications::add;
		}

		private OAuth2TokenValidatorResult validate(String name) {
			this.calls.add(name);
			return (this.refuses) ? OAuth2TokenValidatorResult.failure(new OAuth2Error("x", "another tenant", null))
					: OAuth2TokenValidatorResult.success();
		}

		@GetMapping("/me")
		String me() {
			return "me";
		}

	}

}
