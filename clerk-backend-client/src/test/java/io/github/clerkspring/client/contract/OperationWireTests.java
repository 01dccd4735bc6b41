package io.github.clerkspring.client.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each operation is called once with everything and once with as little as it allows, and
 * sends exactly what it was given.
 */
class OperationWireTests {

	private static final String SECRET_KEY = "sk_test_wire";

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final String VERSION = "2026-05-12";

	private static final JsonMapper PLAIN = new JsonMapper();

	private static final Map<String, String> PATHS = new HashMap<>();

	private static RecordingServer server;

	private static ClerkBackendClient clerk;

	@BeforeAll
	static void start() {
		server = new RecordingServer();
		clerk = ClerkBackendClient.builder(ClerkSecretKey.valueOf(SECRET_KEY)).apiUrl(server.url()).build();
		if (Specification.missing() == null) {
			Specification.load().operations().forEach((operation) -> PATHS.put(operation.key(), operation.path()));
		}
	}

	@AfterAll
	static void stop() {
		clerk.close();
		server.close();
	}

	static Stream<ClientOperation> operations() {
		return ClientOperation.all().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void sendsEverything(ClientOperation operation) {
		verify(operation, new WireCall(operation, false));
	}

	static Stream<ClientOperation> operationsThatTakeNull() {
		return operations().filter((operation) -> !Arrays.equals(new WireCall(operation, false).arguments(),
				new WireCall(operation, true).arguments()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operationsThatTakeNull")
	void sendsExplicitNull(ClientOperation operation) {
		verify(operation, new WireCall(operation, true));
	}

	private static void verify(ClientOperation operation, WireCall call) {
		Object answer = answer(operation);
		Object operations = Samples.invoke(clerk, operation.accessor());
		Mono<?> result = (Mono<?>) Samples.invoke(operations, operation.method(), call.arguments());
		if (answer == null) {
			StepVerifier.create(result).expectComplete().verify(TIMEOUT);
		}
		else {
			StepVerifier.create(result)
				.assertNext((value) -> assertThat(AnswerComparison.differences(value, answer)).isEmpty())
				.expectComplete()
				.verify(TIMEOUT);
		}
		verifyRequest(operation, call, server.request());
	}

	private static @Nullable Object answer(ClientOperation operation) {
		if (operation.answerType() == Void.class) {
			server.answerWith(new RecordingServer.Answer(204, "text/plain", ""));
			return null;
		}
		Object answer = AnswerOfType.of(operation.answerType());
		boolean text = operation.answerType() == String.class;
		server.answerWith(new RecordingServer.Answer(200, text ? "text/html" : "application/json",
				text ? String.valueOf(answer) : PLAIN.writeValueAsString(answer)));
		return answer;
	}

	private static void verifyRequest(ClientOperation operation, WireCall call, RecordingServer.Request request) {
		String version = operation.exchange().version();
		assertThat(request.method()).isEqualTo(operation.exchange().method());
		assertThat(request.uri()).isEqualTo(call.uri(PATHS.getOrDefault(operation.key(), operation.path())));
		assertThat(request.headers().getAll("Clerk-API-Version"))
			.containsExactly(version.isEmpty() ? VERSION : version);
		assertThat(request.headers().getAll("Authorization")).containsExactly("Bearer " + SECRET_KEY);
		call.headers().forEach((name, value) -> assertThat(request.headers().getAll(name)).containsExactly(value));
		if (!call.parts().isEmpty()) {
			assertThat(request.headers().get("Content-Type")).startsWith("multipart/form-data;boundary=");
			assertThat(request.body()).contains(call.parts());
		}
		else if (call.body() != null) {
			assertThat(request.headers().get("Content-Type")).isEqualTo("application/json");
			assertThat(PLAIN.readTree(request.body())).isEqualTo(PLAIN.readTree(PLAIN.writeValueAsString(call.body())));
		}
		else {
			assertThat(request.body()).isEmpty();
		}
	}

}
