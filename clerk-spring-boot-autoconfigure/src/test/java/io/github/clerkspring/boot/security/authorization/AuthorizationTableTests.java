package io.github.clerkspring.boot.security.authorization;

import java.util.Arrays;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.SessionTokenBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For the same token, request rule, annotation and call give the same answer, on both
 * stacks.
 */
class AuthorizationTableTests {

	private static final String CHALLENGE = "Bearer error=\"insufficient_scope\", "
			+ "error_description=\"The request requires higher privileges than provided by the access token.\", "
			+ "error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\"";

	private static final String ROLES = "ROLE ROLE_BARE ROLE_TWICE ";

	private static final String ADMIN = "ORGANIZATION " + ROLES + "PERMISSION PERMISSION_BARE "
			+ "FEATURE FEATURE_O FEATURE_ORGANIZATION PLAN PLAN_ORG ";

	private static final String FRESH = "FIRST_5 STRICT_MFA STRICT MODERATE LAX";

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static final Map<WebApplicationType, RunningApplication> applications = new HashMap<>();

	private static String userId;

	@BeforeAll
	static void start() {
		userId = clerk.users().create("ada@example.com");
		for (WebApplicationType type : List.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)) {
			applications.put(type, RunningApplication.start(type, clerk, SecuredApplication.class));
		}
	}

	@AfterAll
	static void close() {
		applications.values().forEach(RunningApplication::close);
		clerk.close();
	}

	static Stream<Arguments> tokens() {
		return Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)
			.flatMap((type) -> Stream.concat(sessions(), ages())
				.map((row) -> Arguments.of(type, row.get()[0], row.get()[1], row.get()[2])));
	}

	private static Stream<Arguments> sessions() {
		Map<String, Object> admin = Map.of("v", 2, "fea", "o:invoices,o:export", "pla", "o:pro", "fva", List.of(0, -1),
				"o", organization("admin", "1"));
		return Stream.of(Arguments.of("plain", Map.of(), ""), Arguments.of("version 2", admin, ADMIN + FRESH),
				Arguments.of("role with prefix", with(admin, "o", organization("org:admin", "1")), ADMIN + FRESH),
				Arguments.of("member", with(admin, "o", organization("member", "1")), ADMIN.replace(ROLES, "") + FRESH),
				Arguments.of("no permission", with(admin, "o", organization("admin", "2")),
						ADMIN.replace("PERMISSION PERMISSION_BARE ", "") + FRESH),
				Arguments.of("version as text", with(admin, "v", "2"),
						"FEATURE FEATURE_O FEATURE_ORGANIZATION PLAN PLAN_ORG " + FRESH),
				Arguments.of("no organization", with(admin, "o", Map.of("rol", "admin", "per", "read", "fpm", "1")),
						"FEATURE FEATURE_O FEATURE_ORGANIZATION PLAN PLAN_ORG " + FRESH),
				Arguments.of("feature of user first", with(admin, "fea", "u:export,o:invoices"),
						"ORGANIZATION " + ROLES + "FEATURE FEATURE_USER PLAN PLAN_ORG " + FRESH),
				Arguments.of("feature of both", with(admin, "fea", "o:invoices,uo:export"),
						ADMIN + "FEATURE_USER " + FRESH),
				Arguments.of("plan of user", with(admin, "pla", "u:pro"), ADMIN.replace("PLAN_ORG", "PLAN_U") + FRESH),
				Arguments.of("malformed features", with(admin, "fea", "o:invoices,export"), "ORGANIZATION"),
				Arguments.of("malformed plans", with(admin, "pla", "o:pro,"),
						ADMIN.replace("PLAN PLAN_ORG ", "") + FRESH),
				Arguments.of("version 1",
						Map.of("org_id", "org_1", "org_role", "org:admin", "org_permissions",
								List.of("org:invoices:read"), "fea", "u:export", "pla", "u:pro"),
						"ORGANIZATION " + ROLES + "PERMISSION PERMISSION_BARE FEATURE FEATURE_USER PLAN PLAN_U"),
				Arguments.of("version 1 without organization",
						Map.of("org_role", "org:admin", "org_permissions", List.of("org:invoices:read")), ""),
				Arguments.of("version 1 in version 2", Map.of("v", 2, "org_id", "org_1", "org_role", "org:admin"), ""),
				Arguments.of("version 2 in version 1", Map.of("o", organization("admin", "1"), "fea", "o:invoices"),
						""));
	}

	private static Stream<Arguments> ages() {
		return Stream.of(ages("STRICT_MFA STRICT MODERATE LAX FIRST_5", 0, -1),
				ages("FIRST_5 STRICT_MFA STRICT MODERATE LAX", 4, -1), ages("STRICT_MFA STRICT MODERATE LAX", 5, -1),
				ages("STRICT_MFA STRICT MODERATE LAX", 9, -1), ages("MODERATE LAX", 10, -1),
				ages("MODERATE LAX", 59, -1), ages("LAX", 60, -1), ages("LAX", 1439, -1), ages("", 1440, -1),
				ages("STRICT_MFA STRICT MODERATE LAX", 9, 9), ages("STRICT MODERATE LAX", 10, 9),
				ages("MODERATE LAX", 9, 10), ages("STRICT MODERATE LAX", -1, 9), ages("MODERATE LAX", -1, 10),
				ages("MODERATE LAX", -1, 59), ages("LAX", -1, 60), ages("LAX FIRST_5", 0, 60),
				ages("LAX FIRST_5", 4, 1439), ages("FIRST_5", 4, 1440), ages("", 5, 1440), ages("", -1, 1440),
				ages("", -1, -1), ages("", 0), ages(""), ages("", 0, -1, -1), ages("", "0", -1), ages("", 0.5, -1),
				ages("", -2, -1), ages("", 0, -2), ages("", 1e300, -1));
	}

	private static Arguments ages(String granted, Object... ages) {
		return Arguments.of("ages " + Arrays.toString(ages), Map.of("v", 2, "fva", Arrays.asList(ages)), granted);
	}

	private static Map<String, Object> organization(String role, String masks) {
		return Map.of("id", "org_1", "slg", "acme", "rol", role, "per", "read", "fpm", masks);
	}

	private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
		Map<String, Object> changed = new HashMap<>(claims);
		changed.put(name, value);
		return changed;
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("tokens")
	void allFormsOfARuleAgree(WebApplicationType type, String name, Map<String, Object> claims, String granted) {
		Set<Rule> expected = Arrays.stream(granted.split(" "))
			.filter((rule) -> !rule.isEmpty())
			.map(Rule::valueOf)
			.collect(Collectors.toSet());
		RunningApplication application = applications.get(type);
		String token = token(claims);
		for (Rule rule : Rule.values()) {
			boolean allowed = expected.contains(rule);
			assertThat(application.body("/call/" + rule, token)).as("call of " + rule)
				.isEqualTo(Boolean.toString(allowed));
			for (String form : List.of("/request", "/method")) {
				check(application.send(HttpMethod.GET, form + rule.path(), token), rule, allowed);
			}
		}
	}

	private static String token(Map<String, Object> claims) {
		SessionTokenBuilder token = clerk.sessionToken(userId);
		for (String name : List.of("v", "o", "fea", "pla", "fva", "org_id", "org_role", "org_permissions")) {
			token.claim(name, claims.get(name));
		}
		return token.mint();
	}

	private static void check(EntityExchangeResult<String> response, Rule rule, boolean allowed) {
		assertThat(response.getStatus()).as(response.toString())
			.isEqualTo((allowed) ? HttpStatus.OK : HttpStatus.FORBIDDEN);
		if (allowed) {
			assertThat(response.getResponseBody()).isEqualTo("ok");
			return;
		}
		HttpHeaders headers = response.getResponseHeaders();
		assertThat((response.getResponseBody() != null) ? response.getResponseBody() : "").isEqualTo(rule.deniedBody());
		if (rule.isReverification()) {
			assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
			assertThat(headers.get(HttpHeaders.WWW_AUTHENTICATE)).isNull();
		}
		else {
			assertThat(headers.getContentType()).isNull();
			assertThat(headers.get(HttpHeaders.WWW_AUTHENTICATE)).containsExactly(CHALLENGE);
		}
	}

}
