package io.github.clerkspring.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkWebhookAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.session.SessionTokenVerifier;
import io.github.clerkspring.security.web.SessionTokenReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No property fails silently, or with an exception that does not name it. The properties
 * come from the metadata, so that a new one is part of this test.
 */
class ClerkPropertiesMetadataTests {

	private static final String SECRET_KEY = "clerk.secret-key";

	private static final String UNRESOLVED = "${NOT_SET}";

	/**
	 * Properties that accept a value of this kind, with its meaning. Everything else
	 * refuses it.
	 */
	private static final Map<String, String> ACCEPTED = Map.ofEntries(
			Map.entry("clerk.session.audience wrong", "any text is an audience"),
			Map.entry("clerk.session.audience negative", "any text is an audience"),
			Map.entry("clerk.session.audience zero", "any text is an audience"),
			Map.entry("clerk.session.audience huge", "any text is an audience"),
			Map.entry("clerk.session.audience with user info", "any text is an audience"),
			Map.entry("clerk.oauth.audience wrong", "any text is an audience"),
			Map.entry("clerk.oauth.audience negative", "any text is an audience"),
			Map.entry("clerk.oauth.audience zero", "any text is an audience"),
			Map.entry("clerk.oauth.audience huge", "any text is an audience"),
			Map.entry("clerk.oauth.audience with user info", "any text is an audience"),
			Map.entry("clerk.oauth.scopes wrong", "any text without spaces and quotes is a scope"),
			Map.entry("clerk.oauth.scopes negative", "any text without spaces and quotes is a scope"),
			Map.entry("clerk.oauth.scopes zero", "any text without spaces and quotes is a scope"),
			Map.entry("clerk.oauth.scopes huge", "any text without spaces and quotes is a scope"),
			Map.entry("clerk.oauth.scopes with user info", "any text without spaces and quotes is a scope"),
			Map.entry("clerk.machine.cache.max-size zero", "no cache of opaque tokens"),
			Map.entry("clerk.machine.cache.time-to-live zero", "no cache of opaque tokens"),
			Map.entry("clerk.webhook.signing-secret huge", "a key in Base64, without its prefix"),
			Map.entry("clerk.webhook.signing-secrets huge", "a key in Base64, without its prefix"),
			Map.entry("clerk.webhook.jdbc.table-name wrong", "any word is the name of a table"),
			Map.entry("clerk.sync.tables zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.sync.just-in-time.enabled zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.ended-sessions.enabled zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.sync.backfill.enabled zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.enabled zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.jwks.warm-up zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.session.accept-pending zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.session.allow-missing-azp zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.session.cookie.enabled zero", "false, as Spring Boot converts it"),
			Map.entry("clerk.client.retry.max-elapsed zero", "no repetition after the first attempt"),
			Map.entry("clerk.client.retry.max-retry-after zero", "no wait that Clerk asks for"),
			Map.entry("clerk.client.retry.budget zero", "no repetition"),
			Map.entry("clerk.session.clock-skew zero", "clocks that do not differ"),
			Map.entry("clerk.session.cache.max-size zero", "no memory of verified tokens"),
			Map.entry("clerk.session.cache.time-to-live zero", "no memory of verified tokens"),
			Map.entry("clerk.jwks.outage-tolerance zero", "no use of keys past their life"));

	static Stream<Arguments> values() {
		return properties().flatMap((property) -> {
			String name = property.get("name").asString();
			boolean duration = Duration.class.getName().equals(property.get("type").asString());
			return Stream.of(Arguments.of(name, "wrong", "wrong"), Arguments.of(name, "empty", ""),
					Arguments.of(name, "empty", "  "), Arguments.of(name, "empty", "${NOT_SET:}"),
					Arguments.of(name, "negative", (duration) ? "-5s" : "-1"),
					Arguments.of(name, "zero", (duration) ? "0s" : "0"), Arguments.of(name, "unresolved", UNRESOLVED),
					Arguments.of(name, "in part unresolved", "https://" + UNRESOLVED + ".example.com"),
					Arguments.of(name, "huge", (duration) ? "1000000h" : "99999999999"),
					Arguments.of(name, "with user info", "https://user:planted@clerk.example.com"));
		});
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("values")
	void aValueHasItsMeaningOrIsRefusedByName(String property, String kind, String value) {
		assertMeaningOrRefusal(new WebApplicationContextRunner(), property, kind, value);
		assertMeaningOrRefusal(new ReactiveWebApplicationContextRunner(), property, kind, value);
	}

	@Test
	void everyExceptionConcernsAPropertyThatExists() {
		List<String> names = properties().map((property) -> property.get("name").asString()).toList();
		assertThat(names).hasSizeGreaterThan(30).contains(SECRET_KEY, "clerk.jwks.warm-up");
		assertThat(ACCEPTED.keySet()).allSatisfy((entry) -> assertThat(names).contains(entry.split(" ")[0]));
	}

	private static <C extends ConfigurableApplicationContext, A extends ApplicationContextAssertProvider<C>> void assertMeaningOrRefusal(
			AbstractApplicationContextRunner<?, C, A> runner, String property, String kind, String value) {
		boolean accepted = "empty".equals(kind) || ACCEPTED.containsKey(property + " " + kind);
		runner
			.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class,
					ClerkSecurityAutoConfiguration.class, ClerkWebhookAutoConfiguration.class))
			.withUserConfiguration(TokenUser.class)
			.withPropertyValues(SECRET_KEY + "=sk_test_0123456789",
					"clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "clerk.jwks.warm-up=false",
					"clerk.session.issuer=https://clerk.example.com")
			.withPropertyValues(property + "=" + value)
			.run((context) -> {
				Throwable failure = context.getStartupFailure();
				if (accepted) {
					assertThat(failure).isNull();
					assertThat(context.getBeanNamesForType(ClerkBackendClient.class))
						.hasSize(("clerk.enabled zero".equals(property + " " + kind)) ? 0 : 1);
				}
				else {
					assertRefusal(failure, property, kind, value);
				}
			});
	}

	private static void assertRefusal(Throwable failure, String property, String kind, String value) {
		assertThat(failure).as("failure").isNotNull();
		FailureAnalysis analysis = StartUpFailures.analyze(failure);
		assertThat(analysis).as("analysis").isNotNull();
		assertThat(analysis.getDescription()).startsWith(property + ": ");
		assertThat(analysis.getAction()).contains(property);
		assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("planted");
		if (value.contains(UNRESOLVED)) {
			assertThat(analysis.getDescription()).contains("unresolved placeholder ${NOT_SET}");
		}
		else if (property.endsWith("-key") || property.contains("secret")) {
			assertThat(analysis.getDescription()).doesNotContain("'" + value + "'");
		}
		else if (!"with user info".equals(kind)) {
			assertThat(analysis.getDescription()).containsPattern("'" + value + "B?'");
		}
	}

	static Stream<JsonNode> properties() {
		try (InputStream metadata = ClerkProperties.class.getClassLoader()
			.getResourceAsStream("META-INF/spring-configuration-metadata.json")) {
			String json = new String(metadata.readAllBytes());
			assertThat(json).contains(SECRET_KEY);
			return StreamSupport.stream(JsonMapper.shared().readTree(json).get("properties").spliterator(), false)
				.filter((property) -> property.get("name").asString().startsWith("clerk."));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Part of an application that verifies tokens.
	 */
	@Configuration(proxyBeanMethods = false)
	static class TokenUser {

		TokenUser(ObjectProvider<SessionTokenVerifier> verifier, ObjectProvider<SessionTokenReader> reader,
				ObjectProvider<MachineTokenVerifier> machines) {
			machines.ifAvailable((bean) -> assertThat(bean).isNotNull());
			verifier.ifAvailable((bean) -> assertThat(bean).isNotNull());
			reader.ifAvailable((bean) -> assertThat(bean).isNotNull());
		}

	}

}
