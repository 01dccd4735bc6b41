package io.github.clerkspring.boot.security.machine;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.ClerkEmulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of token for each set of accepted types, on both stacks: a token of one type
 * never passes for another.
 */
class MachineTokenTableTests {

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static final ClerkEmulator foreign = ClerkEmulator
		.start(ClerkEmulatorOptions.defaults().frontendApi("other.accounts.dev"));

	private static final Map<List<Object>, RunningApplication> applications = new HashMap<>();

	private static String userId;

	@BeforeAll
	static void seed() {
		userId = clerk.users().create("ada@example.com");
	}

	@AfterAll
	static void close() {
		applications.values().forEach(RunningApplication::close);
		clerk.close();
		foreign.close();
	}

	static Stream<Arguments> rows() {
		return Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)
			.flatMap((type) -> Stream
				.of("session", "m2m", "oauth_token", "api-key", "session,m2m_token", "session,m2m,oauth,api_key")
				.map((accepted) -> Arguments.of(type, accepted)));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("rows")
	void onlyValidTokensOfAcceptedTypesPass(WebApplicationType type, String accepted) {
		RunningApplication application = application(type, accepted);
		Set<String> types = Stream.of(accepted.split(","))
			.map((one) -> one.replace("_token", "").replace('-', '_'))
			.collect(Collectors.toSet());
		for (TokenKind kind : TokenKind.values()) {
			boolean passes = types.contains(kind.type().value().replace("_token", ""));
			EntityExchangeResult<String> response = application.send(HttpMethod.GET, "/me", kind.valid(clerk, userId));
			assertThat(response.getStatus()).as(kind.name())
				.isEqualTo((passes) ? HttpStatus.OK : HttpStatus.UNAUTHORIZED);
			if (passes) {
				assertThat(response.getResponseBody()).isEqualTo(kind.type().value());
			}
			else {
				assertThat(challenge(response)).as(kind.name())
					.contains("error=\"invalid_token\"",
							"error_description=\"The token type " + kind.type().value() + " is not accepted\"");
			}
			for (String invalid : kind.invalid(clerk, foreign, userId)) {
				EntityExchangeResult<String> refused = application.send(HttpMethod.GET, "/me", invalid);
				assertThat(refused.getStatus()).as(kind + " " + claims(invalid)).isEqualTo(HttpStatus.UNAUTHORIZED);
				assertThat(refused.getResponseBody()).isNull();
				assertThat(challenge(refused)).contains("error=\"invalid_token\"").doesNotContain(invalid);
				assertThat(application.body("/public/me", invalid)).isEqualTo("nobody");
			}
		}
		assertThat(application.status(HttpMethod.GET, "/me", null)).isEqualTo(401);
		assertThat(application.status(HttpMethod.GET, "/me", "junk")).isEqualTo(401);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void applicationsWithSessionsOnlySendNoRequestForMachineTokens(WebApplicationType type) {
		try (RunningApplication application = RunningApplication.start(type, clerk, MachineApplication.class)) {
			clerk.clearRequests();
			for (TokenKind kind : TokenKind.values()) {
				assertThat(application.status(HttpMethod.GET, "/me", kind.valid(clerk, userId))).as(kind.name())
					.isEqualTo((kind == TokenKind.SESSION) ? 200 : 401);
			}
			assertThat(clerk.requests()).noneMatch((request) -> request.path().endsWith("/verify"));
			assertThat(application.context().getBeanFactory().containsSingleton("clerkMachineTokenVerifier")).isFalse();
			assertThat(application.context().getBeanFactory().containsSingleton("clerkOpaqueTokenVerifier")).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void applicationsWithoutSecretKeyAcceptSignedTokensOnly(WebApplicationType type) {
		try (RunningApplication application = RunningApplication.start(type, clerk, MachineApplication.class,
				"--clerk.secret-key=", "--clerk.jwt-key=" + clerk.jwtKey(),
				"--clerk.accepted-tokens=session,m2m,oauth")) {
			clerk.clearRequests();
			for (TokenKind kind : List.of(TokenKind.SESSION, TokenKind.M2M, TokenKind.OAUTH)) {
				assertThat(application.status(HttpMethod.GET, "/me", kind.valid(clerk, userId))).as(kind.name())
					.isEqualTo(200);
			}
			for (TokenKind kind : List.of(TokenKind.M2M_OPAQUE, TokenKind.OAUTH_OPAQUE)) {
				assertThat(application.status(HttpMethod.GET, "/me", kind.valid(clerk, userId))).as(kind.name())
					.isEqualTo(401);
			}
			assertThat(clerk.requests()).isEmpty();
		}
	}

	private static String claims(String token) {
		return (token.matches("[^_]+\\.[\\w-]+\\..*"))
				? new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])) : token;
	}

	private static String challenge(EntityExchangeResult<String> response) {
		List<String> challenges = response.getResponseHeaders().get(HttpHeaders.WWW_AUTHENTICATE);
		assertThat(challenges).hasSize(1);
		return challenges.get(0);
	}

	private static RunningApplication application(WebApplicationType type, String accepted) {
		return applications.computeIfAbsent(List.of(type, accepted),
				(absent) -> RunningApplication.start(type, clerk, MachineApplication.class,
						"--clerk.accepted-tokens=" + accepted, "--clerk.machine.id=" + TokenKind.OWN,
						"--clerk.oauth.audience=" + TokenKind.AUDIENCE, "--clerk.session.lenient-paths=/public/**"));
	}

}
