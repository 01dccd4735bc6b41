package io.github.clerkspring.client;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.oauth.CreateOAuthApplicationRequest;
import io.github.clerkspring.client.session.RefreshSessionRequest;
import io.github.clerkspring.client.user.CreateUserRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Secrets are planted wherever they travel, and searched for in all logs.
 */
class SecrecyTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Pattern SECRET_NAME = Pattern
		.compile("(?i)(?!.*Url$).*(secret|token|password|jwt|apiKey|ticket|digest|private|backupCode).*");

	private static final String ANSWER = """
			{"id":"id_1","jwt":"planted","token":"planted","secret":"planted","client_secret":"planted",
			"secret_key":"planted","api_key":"planted","url":"https://example.com/planted","object":"thing"}""";

	private final RecordedLogs logs = new RecordedLogs();

	@AfterEach
	void restore() {
		this.logs.close();
	}

	@Test
	void noSecretOfSuccessfulCallIsDisclosed() {
		try (ClerkServer server = new ClerkServer().answer(200, ANSWER);
				ClerkBackendClient clerk = server.client().machineSecretKey(new Secret("ak_planted")).build()) {
			CreateUserRequest user = CreateUserRequest.create().password("planted").totpSecret("planted");
			RefreshSessionRequest refresh = RefreshSessionRequest.create("planted", "planted", "https://example.com");
			assertNotDisclosed(user, refresh);
			assertNotDisclosed(clerk.users().create(user), clerk.users().verifyPassword("user_1", "planted"),
					clerk.users().verifyTotp("user_1", "planted"), clerk.signInTokens().revoke("sit_1"),
					clerk.sessions().refresh("sess_1", refresh), clerk.sessions().createToken("sess_1"),
					clerk.clients().verify("planted"), clerk.apiKeys().verify("planted"),
					clerk.apiKeys().getSecret("ak_1"), clerk.m2mTokens().verify("planted"),
					clerk.machines().rotateSecretKey("mch_1", 0), clerk.testingTokens().create(),
					clerk.directories().rotateApiKey("dir_1"), clerk.oauthApplications().rotateSecret("oa_1"),
					clerk.oauthApplications().create(CreateOAuthApplicationRequest.create("app")),
					clerk.oauthApplications().revokeToken("oa_1", "planted"));
			assertThat(server.requests()).hasSize(16);
		}
	}

	@Test
	void noSecretOfFailedCallIsDisclosed() {
		Answer limited = new Answer(429, "application/json", "planted", Map.of("Retry-After", "0"));
		String error = "{\"errors\":[{\"code\":\"form_password_incorrect\",\"message\":\"wrong\"}],\"x\":\"planted\"}";
		try (ClerkServer server = new ClerkServer().answer(limited)
			.answer(422, error)
			.answer(new Answer(502, "text/html", "<html>planted</html>"))
			.answer(200, "{\"jwt\":\"planted")
			.answer(200, "{\"jwt\":[\"planted\"]}")
			.answer(new Answer(200, "text/plain", "planted")); ClerkBackendClient clerk = server.client().build()) {
			for (int i = 0; i < 5; i++) {
				Throwable ex = catchThrowable(() -> clerk.sessions().createToken("sess_1").block(LIMIT));
				assertThat(ex).isInstanceOf(ClerkApiException.class);
				assertThat(ThrowableProxyUtil.asString(new ThrowableProxy(ex))).doesNotContain("planted");
			}
			assertNothingPlantedInLogs();
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.clerkspring.client.ClientTypes#answers")
	void componentsNamedLikeSecretsAreHidden(Class<?> type) {
		assertThat(type.getRecordComponents()).filteredOn((component) -> component.getType() == String.class)
			.extracting(RecordComponent::getName)
			.noneMatch((name) -> SECRET_NAME.matcher(name).matches());
	}

	private void assertNotDisclosed(Object... objects) {
		assertThat(objects).extracting(Object::toString).noneMatch((text) -> text.contains("planted"));
	}

	private void assertNotDisclosed(Mono<?>... calls) {
		Arrays.stream(calls)
			.map((call) -> String.valueOf(call.block(LIMIT)))
			.forEach((answer) -> assertThat(answer).doesNotContain("planted"));
		assertNothingPlantedInLogs();
	}

	private void assertNothingPlantedInLogs() {
		assertThat(this.logs.texts()).hasSizeGreaterThan(100).noneMatch((text) -> text.contains("planted"));
	}

}
