package io.github.clerkspring.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link FaultControl} and the faults themselves.
 */
class FaultControlTests {

	private final ControlTester control = ControlTester.start();

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		this.control.close();
	}

	@Test
	void failsWithStatusAsOftenAsAsked() throws Exception {
		this.control.post("/faults",
				Map.of("kind", "status", "status", 503, "times", 2, "retry_after", 7, "operation", "GET /users"));
		assertThat(call("/v1/organizations").statusCode()).isEqualTo(200);
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> failed = call("/v1/users");
			assertThat(failed.statusCode()).isEqualTo(503);
			assertThat(failed.headers().firstValue("Retry-After")).hasValue("7");
			assertThat(failed.body()).contains("emulated_fault", "clerk_trace_id");
		}
		assertThat(call("/v1/users").statusCode()).isEqualTo(200);
	}

	@Test
	void comesOneAfterAnother() throws Exception {
		this.control.post("/faults", Map.of("kind", "status", "status", 500));
		this.control.post("/faults", Map.of("kind", "status", "status", 502));
		assertThat(call("/v1/users").statusCode()).isEqualTo(500);
		assertThat(call("/v1/users").statusCode()).isEqualTo(502);
		assertThat(call("/v1/users").statusCode()).isEqualTo(200);
	}

	@Test
	void answersLate() throws Exception {
		this.control.post("/faults", Map.of("kind", "slow", "delay_ms", 300));
		long start = System.nanoTime();
		assertThat(call("/v1/users").statusCode()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void othersDoNotWaitForLateAnswers() throws Exception {
		this.control.post("/faults", Map.of("kind", "slow", "delay_ms", 3_600_000, "operation", "GET /users"));
		CompletableFuture<HttpResponse<String>> late = this.client.sendAsync(request("/v1/users"),
				HttpResponse.BodyHandlers.ofString());
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.control.get("/faults").get("total_count").asInt() == 0);
		assertThat(call("/v1/users").statusCode()).isEqualTo(200);
		assertThat(late).isNotDone();
	}

	@Test
	void breaksConnections() {
		this.control.post("/faults", Map.of("kind", "broken_connection", "times", 10));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> call("/v1/users"));
		assertThat(this.control.emulator().requests().get(0).status()).isZero();
	}

	@Test
	void cutsBodies() {
		this.control.emulator().users().create("ada@example.com");
		this.control.post("/faults", Map.of("kind", "truncated_body"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> call("/v1/users"));
	}

	@Test
	void sendsTooMuch() throws Exception {
		this.control.post("/faults", Map.of("kind", "oversized_body"));
		assertThat(call("/v1/users").body()).startsWith("[]").hasSizeGreaterThan(16_000_000);
	}

	@Test
	void listsAndForgets() throws Exception {
		JsonNode faults = this.control.post("/faults", Map.of("kind", "slow", "delay_ms", 5, "times", 3));
		assertThat(faults.at("/data/0").toString()).isEqualTo(
				"{\"kind\":\"slow\",\"status\":null,\"times\":3,\"retry_after\":null,\"delay_ms\":5,\"operation\":null,"
						+ "\"code\":null,\"message\":null,\"param_name\":null}");
		this.control.delete("/faults");
		assertThat(this.control.get("/faults").get("data")).isEmpty();
		assertThat(call("/v1/users").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "kind, {}", "kind, {\"kind\":\"fire\"}", "status, {\"kind\":\"status\"}",
			"status, '{\"kind\":\"slow\",\"status\":500}'", "status, '{\"kind\":\"status\",\"status\":200}'",
			"times, '{\"kind\":\"slow\",\"times\":0}'", "delay_ms, '{\"kind\":\"slow\",\"delay_ms\":-1}'",
			"retry_after, '{\"kind\":\"slow\",\"retry_after\":-1}'", "delay_ms, '{\"kind\":\"slow\",\"delay_ms\":1.5}'",
			"operation, '{\"kind\":\"slow\",\"operation\":\"GET /user\"}'",
			"delay, '{\"kind\":\"slow\",\"delay\":1}'" })
	void namesTheFieldThatIsWrong(String field, String body) {
		assertThat(this.control.fails(422, "POST", "/faults", body).parameter()).isEqualTo(field);
		assertThat(this.control.get("/faults").get("data")).isEmpty();
	}

	@Test
	void refusesFaultsThatCannotBe() {
		ClerkEmulator clerk = this.control.emulator();
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.brokenConnection().times(0));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.slow(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(429).retryAfter(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> clerk.failNext(Fault.status(500).on("GET /user")))
			.withMessageContaining("GET /user");
	}

	@Test
	void keepsAThousandFaultsAtMost() {
		ClerkEmulator clerk = this.control.emulator();
		for (int i = 0; i < 1000; i++) {
			clerk.failNext(Fault.status(500));
		}
		assertThatIllegalStateException().isThrownBy(() -> clerk.failNext(Fault.status(500)));
		assertThat(this.control.fails(400, "POST", "/faults", Map.of("kind", "slow")).code())
			.isEqualTo("too_many_faults");
	}

	private HttpResponse<String> call(String path) throws Exception {
		return this.client.send(request(path), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(URI.create(this.control.emulator().baseUrl() + path))
			.header("Authorization", "Bearer " + this.control.emulator().secretKey())
			.build();
	}

	@Test
	void carriesCodeMessageAndParameter() throws Exception {
		this.control.post("/faults", Map.of("kind", "status", "status", 422, "code", "form_password_pwned", "message",
				"Pwned", "param_name", "password"));
		assertThat(call("/v1/users").body()).contains("\"code\":\"form_password_pwned\"")
			.contains("\"message\":\"Pwned\"")
			.contains("\"meta\":{\"param_name\":\"password\"}");
		ClerkEmulator clerk = this.control.emulator();
		clerk.failNext(Fault.status(422).code("form_password_pwned").parameter("password").on("GET /users"));
		assertThat(call("/v1/users").body()).contains("form_password_pwned").contains("param_name");
		assertThat(this.control.fails(422, "POST", "/faults", Map.of("kind", "slow", "code", "x")).parameter())
			.isEqualTo("code");
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Fault.brokenConnection().code("x"));
	}

}
