package io.github.clerkspring.boot.security.authorization;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.authorization.ReactiveClerkAuthorization;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the verdicts on tokens of all types with those of Clerk's Express middleware,
 * with the same responses of the Backend API. {@code .ci/accepted-tokens} records them.
 */
class AcceptedTokensComparisonTests {

	private static final List<JsonNode> answers = answers();

	private static List<JsonNode> answers() {
		try {
			String recorded = System.getProperty("express.answers");
			URL resource = new ClassPathResource("accepted-tokens.jsonl", AcceptedTokensComparisonTests.class).getURL();
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
	void verdictsDifferOnlyWhereItIsKnown(WebApplicationType type) throws IOException {
		HttpServer backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		backend.createContext("/v1/", AcceptedTokensComparisonTests::verify);
		backend.start();
		JsonNode settings = answers.get(0);
		try (ClerkEmulator clerk = ClerkEmulator.start();
				RunningApplication application = RunningApplication.start(type, clerk, Application.class,
						"--clerk.secret-key=sk_live_0123456789", "--clerk.jwt-key=" + settings.get("pem").asString(),
						"--clerk.publishable-key=" + settings.get("publishableKey").asString(),
						"--clerk.api-url=http://127.0.0.1:" + backend.getAddress().getPort(),
						"--clerk.session.authorized-parties=https://app.example.com",
						"--clerk.accepted-tokens=session_token,m2m_token,oauth_token,api_key")) {
			for (int i = 1; i < answers.size(); i++) {
				JsonNode answer = answers.get(i);
				String token = answer.get("token").asString();
				int status = application.status(HttpMethod.GET, "/request/" + i, (token.isEmpty()) ? null : token);
				if (answer.has("line")) {
					assertThat(status).as(answer.toString()).isIn(401, 503).isNotEqualTo(answer.get("status").asInt());
				}
				else {
					assertThat(status).as(answer.toString()).isEqualTo(answer.get("status").asInt());
				}
			}
			assertThat(answers).hasSize(61);
		}
		finally {
			backend.stop(0);
		}
	}

	private static void verify(HttpExchange exchange) throws IOException {
		try (exchange) {
			String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			JsonNode response = answers.stream()
				.filter((answer) -> answer.has("response") && request.contains(answer.get("token").asString()))
				.findFirst()
				.orElseThrow()
				.get("response");
			byte[] body = response.get("body").toString().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(response.get("status").asInt(), body.length);
			exchange.getResponseBody().write(body);
		}
	}

	private static ClerkTokenType[] accepted(int index) {
		List<String> names = answers.get(index).get("accepted").valueStream().map(JsonNode::asString).toList();
		return Stream.of(ClerkTokenType.values())
			.filter((type) -> names.contains(type.value()))
			.toArray(ClerkTokenType[]::new);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class Application {

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		static class Servlet {

			@Bean
			SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
				return clerk.configure(http).authorizeHttpRequests((requests) -> {
					for (int i = 1; i < answers.size(); i++) {
						requests.requestMatchers("/request/" + i).access(ClerkAuthorization.acceptsTokens(accepted(i)));
					}
					requests.anyRequest().authenticated();
				}).build();
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		static class Reactive {

			@Bean
			SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
				return clerk.configure(http).authorizeExchange((exchanges) -> {
					for (int i = 1; i < answers.size(); i++) {
						exchanges.pathMatchers("/request/" + i)
							.access(ReactiveClerkAuthorization.acceptsTokens(accepted(i)));
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

	}

}
