package io.github.clerkspring.boot.security.authorization;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.authorization.ReactiveClerkAuthorization;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares verdicts with those of Clerk's Express middleware about the same tokens.
 * {@code .ci/authorization-rules} records them.
 */
class ExpressComparisonTests {

	private static final Map<String, Reverification> PRESETS = Map.of("strict_mfa", Reverification.STRICT_MFA, "strict",
			Reverification.STRICT, "moderate", Reverification.MODERATE, "lax", Reverification.LAX);

	private static final List<JsonNode> answers = answers();

	private static List<JsonNode> answers() {
		try {
			String recorded = System.getProperty("express.answers");
			URL resource = new ClassPathResource("express-answers.jsonl", ExpressComparisonTests.class).getURL();
			List<String> lines = (recorded != null) ? Files.readAllLines(Path.of(recorded))
					: new String(resource.openStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
			return lines.stream().map(JsonMapper.shared()::readTree).toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void verdictsDifferOnlyWhereItIsKnown(WebApplicationType type) {
		JsonNode settings = answers.get(0);
		try (ClerkEmulator clerk = ClerkEmulator.start();
				RunningApplication application = RunningApplication.start(type, clerk, Application.class,
						"--clerk.secret-key=sk_live_0123456789", "--clerk.jwt-key=" + settings.get("pem").asString(),
						"--clerk.publishable-key=" + settings.get("publishableKey").asString(),
						"--clerk.session.authorized-parties=https://app.example.com")) {
			for (int i = 1; i < answers.size(); i++) {
				JsonNode answer = answers.get(i);
				for (String form : List.of("/request/", "/method/")) {
					int status = application.status(HttpMethod.GET, form + i, answer.get("token").asString());
					if (answer.has("line")) {
						assertThat(status).as(form + answer).isIn(401, 403).isNotEqualTo(answer.get("status").asInt());
					}
					else {
						assertThat(status).as(form + answer).isEqualTo(answer.get("status").asInt());
					}
				}
			}
			assertThat(answers).hasSize(61);
		}
	}

	private static ClerkRequirement requirement(JsonNode asked) {
		ClerkRequirement requirement = ClerkRequirement.create();
		for (Map.Entry<String, JsonNode> one : asked.properties()) {
			JsonNode value = one.getValue();
			requirement = switch (one.getKey()) {
				case "role" -> requirement.role(value.asString());
				case "permission" -> requirement.permission(value.asString());
				case "feature" -> requirement.feature(value.asString());
				case "plan" -> requirement.plan(value.asString());
				case "reverification" -> requirement.reverification(reverification(value));
				default -> throw new IllegalStateException(one.getKey());
			};
		}
		return requirement;
	}

	private static Reverification reverification(JsonNode value) {
		return (value.isString()) ? PRESETS.get(value.asString())
				: new Reverification(
						Reverification.Level.valueOf(value.get("level").asString().toUpperCase(Locale.ROOT)),
						value.get("afterMinutes").asLong());
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class Application {

		@Bean
		List<ClerkRequirement> requirements() {
			return answers.stream()
				.map((answer) -> answer.has("asked") ? requirement(answer.get("asked")) : ClerkRequirement.create())
				.toList();
		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		@EnableMethodSecurity
		static class Servlet {

			@Bean
			SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
				return clerk.configure(http).authorizeHttpRequests((requests) -> {
					for (int i = 1; i < answers.size(); i++) {
						requests.requestMatchers("/request/" + i)
							.access(ClerkAuthorization.has(requirement(answers.get(i).get("asked"))));
					}
					requests.anyRequest().authenticated();
				}).build();
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		@EnableReactiveMethodSecurity
		static class Reactive {

			@Bean
			SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
				return clerk.configure(http).authorizeExchange((exchanges) -> {
					for (int i = 1; i < answers.size(); i++) {
						exchanges.pathMatchers("/request/" + i)
							.access(ReactiveClerkAuthorization.has(requirement(answers.get(i).get("asked"))));
					}
					exchanges.anyExchange().authenticated();
				}).build();
			}

		}

	}

	@RestController
	static class Controller {

		@GetMapping("/request/{index}")
		Mono<String> request() {
			return Mono.just("ok");
		}

		@GetMapping("/method/{index}")
		@PreAuthorize("@clerkAuthorization.has(authentication, @requirements.get(#index))")
		Mono<String> method(@PathVariable int index) {
			return Mono.just("ok");
		}

	}

}
