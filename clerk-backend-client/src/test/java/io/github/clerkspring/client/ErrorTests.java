package io.github.clerkspring.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.user.UserQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ErrorTests {

	private static final String ERROR = """
			{"errors":[{"code":"form_identifier_exists","message":"taken","long_message":"That address is taken.",
			"meta":{"param_name":"email_address"}},{"code":"other","message":"m"}],"clerk_trace_id":"trace_1"}""";

	static Stream<Arguments> kinds() {
		return Stream.of(Arguments.of(400, ClerkApiException.BadRequest.class),
				Arguments.of(401, ClerkApiException.Unauthorized.class),
				Arguments.of(402, ClerkApiException.PaymentRequired.class),
				Arguments.of(403, ClerkApiException.Forbidden.class),
				Arguments.of(404, ClerkApiException.NotFound.class),
				Arguments.of(409, ClerkApiException.Conflict.class),
				Arguments.of(422, ClerkApiException.Unprocessable.class),
				Arguments.of(429, ClerkApiException.RateLimited.class),
				Arguments.of(500, ClerkApiException.ServerError.class), Arguments.of(418, ClerkApiException.class),
				Arguments.of(302, ClerkApiException.class));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void eachStatusHasItsExceptionType(int status, Class<?> kind) {
		ClerkApiException ex = failure(new Answer(status, "application/json", ERROR));
		assertThat(ex).isExactlyInstanceOf(kind);
		assertThat(ex.status()).isEqualTo(status);
		assertThat(ex.operation()).isEqualTo("users.get");
		assertThat(ex.hasCode("form_identifier_exists")).isTrue();
		assertThat(ex.hasCode("other")).isTrue();
		assertThat(ex.hasCode("unknown")).isFalse();
		assertThat(ex).hasMessage("users.get: " + status
				+ " form_identifier_exists: That address is taken. (and 1 more) [trace id trace_1]");
	}

	@Test
	void anUnprocessableParameterIsNamed() {
		ClerkApiException ex = failure(new Answer(422, "application/json", ERROR));
		assertThat(ex).isInstanceOfSatisfying(ClerkApiException.Unprocessable.class,
				(unprocessable) -> assertThat(unprocessable.paramName()).isEqualTo("email_address"));
	}

	@Test
	void theTraceIdComesFromTheHeadersWhenTheBodyHasNone() {
		assertThat(
				failure(new Answer(404, "application/json", "{}", Map.of("CF-Ray", "ray_1", "Clerk-Trace-Id", "t_1")))
					.traceId())
			.isEqualTo("t_1");
		assertThat(failure(new Answer(404, "application/json", "{}", Map.of("CF-Ray", "ray_1"))).traceId())
			.isEqualTo("ray_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>secret</html>", "{\"errors\":", "null", "[]", "\"text\"", "{\"errors\":null}",
			"{\"errors\":{}}", "{\"errors\":[null]}" })
	void bodyInAnotherFormatIsDescribedNotQuoted(String body) {
		ClerkApiException ex = failure(new Answer(502, "text/html", body));
		assertThat(ex).isInstanceOf(ClerkApiException.ServerError.class);
		assertThat(ex.errors()).isEmpty();
		assertThat(ex).hasMessageContaining("users.get: 502").hasMessageContaining("text/html");
		assertThat(ex.getMessage()).doesNotContain("secret");
	}

	@Test
	void unparsableBodyRetainsTheStatus() {
		for (String hostile : new String[] { "[".repeat(100_000), "9".repeat(100_000), "\"" + "x".repeat(100_000) }) {
			ClerkApiException ex = failure(
					new Answer(422, "application/json", "{\"errors\":[{\"meta\":{\"a\":" + hostile));
			assertThat(ex).isInstanceOf(ClerkApiException.Unprocessable.class);
			assertThat(ex.errors()).isEmpty();
		}
	}

	@Test
	void emptyBodyIsReported() {
		assertThat(failure(new Answer(500, "application/json", ""))).hasMessage("users.get: 500 without a body");
	}

	@ParameterizedTest
	@CsvSource({ "200,''", "200,null", "201,''", "204,''" })
	void aSuccessWithoutTheValueOfTheOperationIsAnApiException(int status, String body) {
		try (ClerkServer server = new ClerkServer().answer(status, body);
				ClerkBackendClient clerk = server.client().build()) {
			for (Mono<?> call : List.of(clerk.users().get("user_1"), clerk.users().list(UserQuery.create()),
					clerk.users().delete("user_1"), clerk.users().count(UserQuery.create()))) {
				verify(call, (ex) -> assertThat(ex).isExactlyInstanceOf(ClerkApiException.class)
					.hasMessageMatching("users\\.\\w+: " + status + " without the value that the operation returns"));
			}
		}
	}

	@Test
	void anOperationWithoutAValueNeedsNoBody() {
		try (ClerkServer server = new ClerkServer().answer(204, "").answer(200, "").answer(200, "{}");
				ClerkBackendClient clerk = server.client().build()) {
			for (int i = 0; i < 3; i++) {
				StepVerifier.create(clerk.webhooks().deleteSvixApp()).expectComplete().verify(Duration.ofSeconds(60));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "application/xml", "application/octet-stream" })
	void aSuccessOfAnotherMediaTypeIsAnApiException(String mediaType) {
		assertThat(failure(new Answer(200, mediaType, "<html>"))).hasMessageContainingAll("users.get: 200", mediaType);
	}

	@Test
	void tooLargeResponseIsAnApiException() {
		String body = "{\"id\":\"" + "x".repeat(2000) + "\"}";
		try (ClerkServer server = new ClerkServer().answer(200, body);
				ClerkBackendClient clerk = server.client().maxInMemorySize(1000).build()) {
			verify(clerk.users().get("user_1"),
					(ex) -> assertThat(ex).isInstanceOf(ClerkApiException.class).hasMessageContaining("1000"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", "..", "user\n1", "user\0" })
	void refusesIdsThatChangeThePath(String userId) {
		try (ClerkServer server = new ClerkServer(); ClerkBackendClient clerk = server.client().build()) {
			assertThatIllegalArgumentException().isThrownBy(() -> clerk.users().get(userId))
				.withMessageStartingWith("userId must not");
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void encodesAnIdAsOnePathSegment() {
		try (ClerkServer server = new ClerkServer(); ClerkBackendClient clerk = server.client().build()) {
			clerk.users().get("a/../b?c=d#e{f}%2F").block(Duration.ofSeconds(60));
			assertThat(server.requests().get(0).uri()).isEqualTo("/v1/users/a%2F..%2Fb%3Fc%3Dd%23e%7Bf%7D%252F");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 501 })
	void refusesLimitsAboveTheMaximum(int limit) {
		assertThatIllegalArgumentException().isThrownBy(() -> UserQuery.create().limit(limit))
			.withMessage("limit must be between 1 and 500, not " + limit);
	}

	private static ClerkApiException failure(Answer answer) {
		RetryPolicy once = new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
		try (ClerkServer server = new ClerkServer().answer(answer);
				ClerkBackendClient clerk = server.client().retryPolicy(once).build()) {
			ClerkApiException[] failure = new ClerkApiException[1];
			verify(clerk.users().get("user_1"), (ex) -> failure[0] = (ClerkApiException) ex);
			return failure[0];
		}
	}

	private static void verify(Mono<?> call, Consumer<Throwable> assertion) {
		StepVerifier.create(call).expectErrorSatisfies((ex) -> {
			assertThat(ex).isNotInstanceOf(WebClientException.class);
			assertion.accept(ex);
		}).verify(Duration.ofSeconds(60));
	}

}
