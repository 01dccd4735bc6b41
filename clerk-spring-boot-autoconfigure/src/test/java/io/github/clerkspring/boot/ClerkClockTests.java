package io.github.clerkspring.boot;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.CurrentUserId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only the system and a bean named {@code clerkClock} decide what time it is for Clerk.
 */
class ClerkClockTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final String userId = this.clerk.users().create("ada@example.com");

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void aClockOfTheApplicationDoesNotDecideOnTokens(WebApplicationType type) {
		String today = this.clerk.sessionToken(this.userId).mint();
		this.clerk.clock().set(OwnClock.TIME);
		String expired = this.clerk.sessionToken(this.userId).mint();
		try (ConfigurableApplicationContext context = start(type, OwnClock.class)) {
			assertThat(get(context, today)).isEqualTo(200);
			assertThat(get(context, expired)).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void theClockOfClerkDecidesBesideOtherClocks(WebApplicationType type) {
		String today = this.clerk.sessionToken(this.userId).mint();
		this.clerk.clock().set(OwnClock.TIME);
		String ofThatTime = this.clerk.sessionToken(this.userId).mint();
		try (ConfigurableApplicationContext context = start(type, OwnClock.class, NamedClock.class)) {
			assertThat(get(context, today)).isEqualTo(401);
			assertThat(get(context, ofThatTime)).isEqualTo(200);
		}
	}

	@Test
	void noBeanTakesAnyOtherClock() {
		List<Class<?>> types = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.github.clerkspring.boot")
			.stream()
			.<Class<?>>map(JavaClass::reflect)
			.toList();
		List<Parameter> clocks = types.stream()
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(Bean.class))
			.map(Method::getParameters)
			.flatMap(Arrays::stream)
			.filter((parameter) -> parameter.getParameterizedType().getTypeName().contains(Clock.class.getName()))
			.toList();
		assertThat(clocks).hasSizeGreaterThan(5)
			.allSatisfy((clock) -> assertThat(clock.getAnnotation(Qualifier.class)).isNotNull()
				.returns("clerkClock", Qualifier::value));
	}

	private ConfigurableApplicationContext start(WebApplicationType type, Class<?>... configuration) {
		return new SpringApplicationBuilder(Application.class).sources(configuration)
			.web(type)
			.properties("server.port=0", "server.address=127.0.0.1", "clerk.secret-key=" + this.clerk.secretKey(),
					"clerk.publishable-key=" + this.clerk.publishableKey(), "clerk.api-url=" + this.clerk.baseUrl(),
					"clerk.jwks.warm-up=false", "spring.main.banner-mode=off")
			.run();
	}

	private static int get(ConfigurableApplicationContext context, String token) {
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"))
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
	@Import(Controller.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClock {

		private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

		@Bean
		Clock clock() {
			return Clock.fixed(TIME, ZoneOffset.UTC);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NamedClock {

		@Bean
		Clock clerkClock() {
			return Clock.fixed(OwnClock.TIME, ZoneOffset.UTC);
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/me")
		String me(@CurrentUserId String userId) {
			return userId;
		}

	}

}
