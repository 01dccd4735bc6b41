package io.github.clerkspring.client;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.codec.DecodingException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.session.SessionQuery;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A response that cannot be read fails with the path and the expected type of what is
 * wrong, and never with a value; nothing of another type is read.
 */
class UnreadableResponseTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"id":                                       | invalid JSON (line 1, column 7)
					{"id": planted}                              | invalid JSON (line 1,
					[]                                           | expected User, but found an array
					"planted"                                    | expected User, but found a string
					{"created_at":"planted"}                     | createdAt: expected Instant, but found a string
					{"created_at":""}                            | createdAt: expected Instant, but found a string
					{"created_at":1.5}                           | createdAt: expected Instant, but found a decimal number
					{"created_at":true}                          | createdAt: expected Instant, but found a boolean
					{"created_at":99999999999999999999}          | createdAt: expected Long, but found an integer out of its range
					{"create_organizations_limit":99999999999}   | createOrganizationsLimit: expected Integer, but found an integer
					{"create_organizations_limit":"1"}           | createOrganizationsLimit: expected Integer, but found a string
					{"create_organizations_limit":1.5}           | createOrganizationsLimit: expected
					{"first_name":{"planted":1}}                 | firstName: expected String, but found an object
					{"first_name":7}                             | firstName: expected String, but found an integer
					{"unsafe_metadata":"planted"}                | unsafeMetadata: expected Map, but found a string
					{"unsafe_metadata":["planted"]}              | unsafeMetadata: expected Map, but found an array
					{"email_addresses":{"planted":1}}            | emailAddresses: expected List, but found an object
					{"email_addresses":[{},{"id":["planted"]}]}  | emailAddresses[1].id: expected String, but found an array
					{"email_addresses":[{"verification":{"attempts":"planted"}}]} | emailAddresses[0].verification.attempts: expected
					""")
	void namesPathAndTypeButNoValue(String body, String reason) {
		ClerkApiException ex = failure(body, (clerk) -> clerk.users().get("user_1"));
		assertThat(ex).hasMessageStartingWith("users.get: 200 with a body that cannot be read: " + reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "banned", "locked", "password_enabled", "deprovisioned", "bypass_client_trust" })
	void refusesOtherTypesAsBoolean(String field) {
		for (String value : new String[] { "\"true\"", "\"false\"", "\"\"", "\"planted\"", "0", "1", "1.5", "[]", "{}",
				"[true]" }) {
			ClerkApiException ex = failure("{\"" + field + "\":" + value + "}", (clerk) -> clerk.users().get("user_1"));
			assertThat(ex).as(value).hasMessageContaining("expected Boolean").hasMessageNotContaining("planted");
		}
	}

	static Stream<String> pages() {
		return Stream.of(list(), "{\"total_count\":4,\"data\":" + list() + "}");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void namesTheIndexInAPage(String body) {
		ClerkApiException ex = failure(body, (clerk) -> clerk.users().list(UserQuery.create()));
		assertThat(ex).hasMessageStartingWith("users.list: 200 with a body that cannot be read: "
				+ "data[3].createOrganizationsLimit: expected Integer, but found an integer out of its range (line 1, column ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"data":[],"total_count":"planted"}       | totalCount: expected Long, but found a string
			{"data":[],"total_count":1.5}             | totalCount: expected
			{"data":{"planted":1},"total_count":1}    | data: expected List, but found an object
			{"data":"planted"}                        | data: expected List, but found a string
			{"data":[["planted"]]}                    | data[0]: expected Session, but found an array
			"planted"                                 | expected Page, but found a string
			""")
	void refusesOtherTypesAsPage(String body, String reason) {
		assertThat(failure(body, (clerk) -> clerk.sessions().list(SessionQuery.create())))
			.hasMessageStartingWith("sessions.list: 200 with a body that cannot be read: " + reason);
	}

	@Test
	void namesNoKeyOfAMap() {
		String body = "{\"attribute_mapping\":{\"planted\":[]}}";
		assertThat(failure(body, (clerk) -> clerk.directories().get("dir_1")))
			.hasMessageContaining("attributeMapping.*: expected String, but found an array");
	}

	@Test
	void doesNotMentionLimitsAsInvalidJson() {
		String body = "{\"unsafe_metadata\":{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}";
		assertThat(failure(body, (clerk) -> clerk.users().get("user_1")))
			.hasMessageContaining("unsafeMetadata.*: JSON that exceeds Clerk's storage limits");
	}

	@Test
	void quotesNothingToUsersOfTheWebClient() {
		for (String body : new String[] { "{\"first_name\":[\"planted\"]}", "{\"banned\":\"planted\"}", "planted" }) {
			try (ClerkServer server = new ClerkServer().answer(200, body);
					ClerkBackendClient clerk = server.client().build()) {
				assertNothingQuoted(catchThrowable(() -> clerk.webClient()
					.get()
					.uri("/users/{id}", "user_1")
					.retrieve()
					.bodyToMono(User.class)
					.block(LIMIT)));
				assertNothingQuoted(catchThrowable(() -> clerk.webClient()
					.get()
					.uri("/users/{id}", "user_1")
					.retrieve()
					.bodyToFlux(User.class)
					.blockLast(LIMIT)));
			}
		}
	}

	private static ClerkApiException failure(String body, Function<ClerkBackendClient, Mono<?>> call) {
		try (ClerkServer server = new ClerkServer().answer(200, body);
				ClerkBackendClient clerk = server.client().build()) {
			Throwable ex = catchThrowable(() -> call.apply(clerk).block(LIMIT));
			assertNothingQuoted(ex);
			assertThat(ex).isInstanceOf(ClerkApiException.class).hasCauseInstanceOf(DecodingException.class);
			assertThat(ex.getCause().getStackTrace()).extracting(StackTraceElement::getClassName)
				.anyMatch((name) -> name.startsWith("tools.jackson."));
			return (ClerkApiException) ex;
		}
	}

	private static void assertNothingQuoted(Throwable ex) {
		assertThat(ThrowableProxyUtil.asString(new ThrowableProxy(ex))).contains("Exception").doesNotContain("planted");
	}

	private static String list() {
		return IntStream.range(0, 4)
			.mapToObj((i) -> "{\"id\":\"user_" + i + "\",\"create_organizations_limit\":"
					+ ((i == 3) ? "99999999999" : "1") + "}")
			.collect(Collectors.joining(",", "[", "]"));
	}

}
