package io.github.clerkspring.boot.security.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile and contradictory responses to the request to verify a token, on both stacks.
 */
class VerifyResponsesTests {

	private static final String KEY = "ak_" + "k".repeat(32);

	static final String VALID = """
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

	private static RunningApplication start(WebApplicationType type) {
		return RunningApplication.start(type, clerk, MachineApplication.class,
				"--clerk.accepted-tokens=session,api-key", "--clerk.api-url=" + endpoint.url(),
				"--clerk.jwt-key=" + clerk.jwtKey());
	}

	private static int status(WebApplicationType type, String token) {
		return applications.get(type).status(HttpMethod.GET, "/me", token);
	}

	private static String token(String prefix, int number) {
		return "ak_%s%08d".formatted(prefix, number);
	}

}
