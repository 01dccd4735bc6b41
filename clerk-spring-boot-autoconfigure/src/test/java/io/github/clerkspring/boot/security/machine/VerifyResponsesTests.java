package io.github.clerkspring.boot.security.machine;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile, contradictory and missing responses to the request to verify a token, and
 * callers that go away, on both stacks.
 */
class VerifyResponsesTests {

	private static final String KEY = "ak_" + "k".repeat(32);

	private static final String VALID = """
			{"object":"api_key","id":"ak_1","subject":"user_1","name":"key","scopes":["invoices:read"],"claims":null,\
			"revoked":false,"revocation_reason":null,"expired":false,"expiration":null,"created_at":1700000000000,\
			"updated_at":1700000000000,"last_used_at":null}""";

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static final VerifyEndpoint endpoint = new VerifyEndpoint();

	private static final Map<WebApplicationType, RunningApplication> applications = new HashMap<>();

	@BeforeAll
	static void start() {
		for (WebApplicationType type : List.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)) {
			applications.put(type, start(type));
		}
	}

	@AfterAll
	static void close() {
		applications.values().forEach(RunningApplication::close);
		endpoint.close();
		clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void acceptsTheSpecifiedResponse(WebApplicationType type) {
		endpoint.answer(VALID);
		assertThat(applications.get(type).body("/me", KEY)).isEqualTo("api_key");
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void contradictoryResponsesAreInvalidTokens(WebApplicationType type) {
		List<String> bodies = List.of(VALID.replace("\"revoked\":false", "\"revoked\":true"),
				VALID.replace("\"expired\":false", "\"expired\":true"),
				VALID.replace("\"revoked\":false", "\"revoked\":null"), VALID.replace("\"revoked\":false,", ""),
				VALID.replace("\"expired\":false", "\"expired\":\"false\""),
				VALID.replace("\"expiration\":null", "\"expiration\":1700000000000"),
				VALID.replace("\"expiration\":null", "\"expiration\":\"never\""),
				VALID.replace("\"expiration\":null,", ""), VALID.replace("{\"object", "{\"active\":false,\"object"),
				VALID.replace("\"api_key\"", "\"machine_to_machine_token\""),
				VALID.replace("\"api_key\"", "\"clerk_idp_oauth_access_token\""), VALID.replace("ak_1", "mt_1"),
				VALID.replace("user_1", "client_1"), VALID.replace("user_1", "user_"),
				VALID.replace("\"user_1\"", "null"), VALID.replace("[\"invoices:read\"]", "\"invoices:read\""),
				VALID.replace("[\"invoices:read\"]", "[null]"), "{}", "{\"errors\":[]}");
		for (int i = 0; i < bodies.size(); i++) {
			endpoint.answer(bodies.get(i));
			EntityExchangeResult<String> response = applications.get(type)
				.send(HttpMethod.GET, "/me", token("contradictory" + type, i));
			assertThat(response.getStatus().value()).as(bodies.get(i)).isEqualTo(401);
			assertThat(response.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
				.startsWith("Bearer error=\"invalid_token\", error_description=\"The token is not valid\"");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void unreadableResponsesAreServiceUnavailable(WebApplicationType type) {
		for (String body : List.of("", "[]", "null", "true", "\"ak_1\"", "<html>gateway</html>", VALID + "{}",
				VALID.substring(1), "\uFEFF" + VALID,
				VALID.replace("\"revoked\":false", "\"revoked\":true,\"revoked\":false"),
				VALID.replace("null,\"revoked\"", "[".repeat(5000) + "]".repeat(5000) + ",\"revoked\""),
				VALID.replace("\"key\"", "\"" + "x".repeat(70_000) + "\""))) {
			endpoint.answer(body);
			assertThat(status(type, KEY)).as(body.substring(0, Math.min(100, body.length()))).isEqualTo(503);
		}
		endpoint.answer(VALID);
		assertThat(status(type, KEY)).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void missingResponseIsServiceUnavailableAndAffectsNoOtherToken(WebApplicationType type) {
		endpoint.answer(VALID);
		CountDownLatch released = endpoint.hold();
		try (RunningApplication application = start(type, "--verification.timeout=300ms")) {
			EntityExchangeResult<String> response = application.send(HttpMethod.GET, "/me", KEY);
			assertThat(response.getStatus().value()).isEqualTo(503);
			assertThat(response.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("[1-9]\\d*");
			assertThat(application.status(HttpMethod.GET, "/me", clerk.sessionToken("user_ada").mint())).isEqualTo(200);
		}
		finally {
			released.countDown();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void callersThatGoAwayDoNotAffectOthers(WebApplicationType type) {
		endpoint.answer(VALID);
		int before = endpoint.requests();
		CountDownLatch released = endpoint.hold();
		RunningApplication application = applications.get(type);
		OpaqueTokenVerifier verifier = application.context().getBean(OpaqueTokenVerifier.class);
		long joined = verifier.state().joined();
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:"
					+ application.context().getEnvironment().getProperty("local.server.port") + "/me"))
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + KEY)
			.timeout(Duration.ofSeconds(30))
			.build();
		List<CompletableFuture<HttpResponse<String>>> callers = Stream
			.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
			.limit(20)
			.toList();
		try {
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> verifier.state().joined() == joined + 19);
			callers.subList(0, 10).forEach((caller) -> caller.cancel(true));
		}
		finally {
			released.countDown();
		}
		assertThat(callers.subList(10, 20))
			.allSatisfy((caller) -> assertThat(caller.join().statusCode()).isEqualTo(200));
		assertThat(endpoint.requests()).isEqualTo(before + 1);
		assertThat(verifier.state().inFlight()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void validKeysWorkDuringFloodOfInvalidOnes(WebApplicationType type) {
		try (RunningApplication application = RunningApplication.start(type, clerk, MachineApplication.class,
				"--clerk.accepted-tokens=session,api-key")) {
			List<String> valid = Stream.generate(() -> clerk.apiKey("user_ada").mint()).limit(10).toList();
			assertThat(valid).allMatch((key) -> application.status(HttpMethod.GET, "/me", key) == 200);
			IntStream.range(0, 1000).parallel().forEach((number) -> {
				assertThat(application.status(HttpMethod.GET, "/me", token("flood" + type, number))).isIn(401, 503);
				if (number % 20 == 0) {
					assertThat(application.status(HttpMethod.GET, "/me", valid.get(number / 20 % 10))).isEqualTo(200);
				}
			});
		}
	}

	private static RunningApplication start(WebApplicationType type, String... arguments) {
		List<String> all = new ArrayList<>(List.of("--clerk.accepted-tokens=session,api-key",
				"--clerk.api-url=" + endpoint.url(), "--clerk.jwt-key=" + clerk.jwtKey()));
		all.addAll(List.of(arguments));
		return RunningApplication.start(type, clerk, OwnTimeout.class, all.toArray(String[]::new));
	}

	private static int status(WebApplicationType type, String token) {
		return applications.get(type).status(HttpMethod.GET, "/me", token);
	}

	private static String token(String prefix, int number) {
		return "ak_%s%08d".formatted(prefix, number);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(MachineApplication.class)
	static class OwnTimeout {

		@Bean
		OpaqueTokenVerifier verifier(ClerkBackendClient client,
				@Value("${verification.timeout:60s}") Duration timeout) {
			return OpaqueTokenVerifier.builder(client).timeout(timeout).build();
		}

	}

}
