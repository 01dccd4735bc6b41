package io.github.clerkspring.boot.security.machine;

import java.time.Duration;
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
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules for tokens and scopes, principals, and the responses to machines, on both stacks.
 */
class MachineResponsesTests {

	private static final String INSUFFICIENT = "Bearer error=\"insufficient_scope\", "
			+ "error_description=\"The request requires higher privileges than provided by the access token.\", "
			+ "error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\"";

	private static final String METADATA = "resource_metadata=\"https://api.example.com/.well-known/"
			+ "oauth-protected-resource/v1\"";

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static final Map<WebApplicationType, RunningApplication> applications = new HashMap<>();

	private static String userId;

	@BeforeAll
	static void start() {
		userId = clerk.users().create("ada@example.com");
		clerk.organizations().create("org_1", "Acme", Map.of());
		for (WebApplicationType type : List.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)) {
			applications.put(type, RunningApplication.start(type, clerk, MachineApplication.class,
					"--clerk.accepted-tokens=session,m2m,oauth,api-key", "--clerk.session.lenient-paths=/public/**",
					"--clerk.session.cookie.enabled=true", "--clerk.oauth.resource=https://api.example.com/v1"));
		}
	}

	@AfterAll
	static void close() {
		applications.values().forEach(RunningApplication::close);
		clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void tokenWithoutScopeIsForbiddenAndToldTheScope(WebApplicationType type) {
		String without = clerk.apiKey(userId).scopes("other").mint();
		for (String path : List.of("/request/scope", "/method/scope")) {
			assertThat(status(type, path, apiKey())).as(path).isEqualTo(200);
			for (String token : List.of(without, session(), clerk.oauthToken(userId, "client_1").jwt().mint())) {
				EntityExchangeResult<String> response = send(type, path, token);
				assertThat(response.getStatus()).as(path).isEqualTo(HttpStatus.FORBIDDEN);
				assertThat(challenge(response)).isEqualTo(INSUFFICIENT + ", scope=\"invoices:read\", " + METADATA);
			}
			assertThat(status(type, path, null)).isEqualTo(401);
		}
		for (String path : List.of("/request/authority", "/method/authority")) {
			assertThat(status(type, path, apiKey())).as(path).isEqualTo(200);
			EntityExchangeResult<String> response = send(type, path, without);
			assertThat(response.getStatus()).as(path).isEqualTo(HttpStatus.FORBIDDEN);
			assertThat(challenge(response)).isEqualTo(INSUFFICIENT + ", " + METADATA);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void endpointsAcceptTheirTypesOfTokens(WebApplicationType type) {
		Map<String, List<TokenKind>> endpoints = Map.of("/request/users", List.of(TokenKind.SESSION), "/request/types",
				List.of(TokenKind.M2M, TokenKind.M2M_OPAQUE, TokenKind.API_KEY), "/method/types",
				List.of(TokenKind.M2M, TokenKind.M2M_OPAQUE, TokenKind.API_KEY), "/method/composed",
				List.of(TokenKind.API_KEY), "/type", List.of(TokenKind.OAUTH, TokenKind.OAUTH_OPAQUE), "/request/both",
				List.of(TokenKind.OAUTH, TokenKind.OAUTH_OPAQUE), "/method/both",
				List.of(TokenKind.OAUTH, TokenKind.OAUTH_OPAQUE));
		endpoints.forEach((path, accepted) -> {
			for (TokenKind kind : TokenKind.values()) {
				EntityExchangeResult<String> response = send(type, path, kind.valid(clerk, userId));
				if (accepted.contains(kind)) {
					assertThat(response.getStatus()).as(path + " " + kind).isEqualTo(HttpStatus.OK);
				}
				else {
					assertThat(response.getStatus()).as(path + " " + kind).isEqualTo(HttpStatus.UNAUTHORIZED);
					assertThat(challenge(response)).startsWith("Bearer error=\"invalid_token\", error_description="
							+ "\"The token type " + kind.type().value() + " is not accepted\", error_uri=");
				}
			}
			EntityExchangeResult<String> anonymous = send(type, path, null);
			assertThat(anonymous.getStatus()).as(path).isEqualTo(HttpStatus.UNAUTHORIZED);
			assertThat(challenge(anonymous)).doesNotContain("error");
		});
		String without = clerk.oauthToken(userId, "client_1").scopes("email").mint();
		for (String path : List.of("/request/both", "/method/both")) {
			assertThat(challenge(send(type, path, without))).endsWith("scope=\"invoices:read\", " + METADATA);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void rulesForSessionsDenyMachines(WebApplicationType type) {
		String admin = clerk.sessionToken(userId).organization("org_1").role("org:admin").factorAges(0, -1).mint();
		for (String path : List.of("/request/role", "/session/role", "/session/organization", "/session/reverification",
				"/session/expression")) {
			assertThat(status(type, path, admin)).as(path).isEqualTo(200);
			for (TokenKind kind : TokenKind.values()) {
				if (kind != TokenKind.SESSION) {
					EntityExchangeResult<String> response = send(type, path, kind.valid(clerk, userId));
					assertThat(response.getStatus()).as(path + " " + kind).isEqualTo(HttpStatus.FORBIDDEN);
					assertThat(challenge(response)).isEqualTo(INSUFFICIENT + ", " + METADATA);
					assertThat(response.getResponseBody()).isNull();
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void parametersAreNullForPrincipalsOfTheOtherKind(WebApplicationType type) {
		assertThat(body(type, "/parameters", apiKey())).isEqualTo(userId + " none null null");
		assertThat(body(type, "/parameters", TokenKind.M2M.valid(clerk, userId)))
			.isEqualTo(TokenKind.CALLER + " none null null");
		assertThat(body(type, "/parameters",
				TokenKind.OAUTH.oauth(clerk, userId, (token) -> token.claim("org_id", "org_1"))))
			.isEqualTo(userId + " none null null");
		assertThat(body(type, "/parameters", session())).startsWith("none sess_").endsWith(" " + userId + " null");
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void claimsReachThePrincipal(WebApplicationType type) {
		String oauth = TokenKind.OAUTH.oauth(clerk, userId,
				(token) -> token.claim("org_id", "org_1")
					.claim("act", Map.of("sub", "client_2", "act", Map.of("sub", "client_3")))
					.claim("tenant", "acme"));
		assertThat(body(type, "/machine", oauth))
			.startsWith(userId + " org_1 client_1 [invoices:read, email] [" + TokenKind.AUDIENCE + "] ")
			.contains("client_2", "client_3", "tenant");
		String opaque = TokenKind.OAUTH_OPAQUE.oauth(clerk, userId,
				(token) -> token.claim("org_id", "org_1").claim("act", Map.of("sub", "client_2")));
		assertThat(body(type, "/machine", opaque))
			.startsWith(userId + " org_1 client_1 [invoices:read, email] [" + TokenKind.AUDIENCE + "] ")
			.contains("client_2");
		assertThat(body(type, "/machine", clerk.apiKey("org_1").scopes("invoices:read").mint()))
			.startsWith("null org_1 null [invoices:read] [] {}");
		assertThat(body(type, "/machine", TokenKind.M2M.machine(clerk, (token) -> token.claim("tenant", "acme"))))
			.startsWith("null null null [mch_own] [mch_own] {}")
			.contains("tenant");
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void machineTokensAreReadFromTheHeaderOnly(WebApplicationType type) {
		for (TokenKind kind : TokenKind.values()) {
			String token = kind.valid(clerk, userId);
			int expected = (kind == TokenKind.SESSION) ? 200 : 401;
			assertThat(applications.get(type).status(HttpMethod.GET, "/me", null, "Cookie", "__session=" + token))
				.as(kind.name())
				.isEqualTo(expected);
			assertThat(status(type, "/me?access_token=" + token, null)).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void outageOfClerkIsServiceUnavailableForOpaqueTokensOnly(WebApplicationType type) {
		for (TokenKind kind : List.of(TokenKind.M2M_OPAQUE, TokenKind.OAUTH_OPAQUE, TokenKind.API_KEY)) {
			for (String path : List.of("/me", "/public/me")) {
				clerk.failNext(Fault.status(500));
				EntityExchangeResult<String> response = send(type, path, kind.valid(clerk, userId));
				assertThat(response.getStatus()).as(path + " " + kind).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
				assertThat(response.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("[1-9]\\d*");
			}
		}
		clerk.failNext(Fault.status(429).retryAfter(Duration.ofSeconds(7)));
		EntityExchangeResult<String> limited = send(type, "/me", apiKey());
		assertThat(limited.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(limited.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("7");
		for (TokenKind kind : List.of(TokenKind.SESSION, TokenKind.M2M, TokenKind.OAUTH)) {
			assertThat(status(type, "/me", kind.valid(clerk, userId))).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void challengesNameTheMetadata(WebApplicationType type) {
		assertThat(challenge(send(type, "/me", null))).isEqualTo("Bearer " + METADATA);
		assertThat(challenge(send(type, "/me", "oat_x"))).startsWith("Bearer error=\"invalid_token\", ")
			.endsWith(", " + METADATA);
	}

	private static String session() {
		return clerk.sessionToken(userId).mint();
	}

	private static String apiKey() {
		return TokenKind.API_KEY.valid(clerk, userId);
	}

	private static EntityExchangeResult<String> send(WebApplicationType type, String path, String token) {
		return applications.get(type).send(HttpMethod.GET, path, token);
	}

	private static int status(WebApplicationType type, String path, String token) {
		return send(type, path, token).getStatus().value();
	}

	private static String body(WebApplicationType type, String path, String token) {
		return applications.get(type).body(path, token);
	}

	private static String challenge(EntityExchangeResult<String> response) {
		assertThat(response.getResponseHeaders().get(HttpHeaders.WWW_AUTHENTICATE)).hasSize(1);
		return response.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE);
	}

}
