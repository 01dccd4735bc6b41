package io.github.clerkspring.boot.security.authorization;

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
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.SessionTokenBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules in all other forms, and the responses to requests that are denied, on both
 * stacks.
 */
class SecuredFormsTests {

	private static final String REVERIFICATION = "{\"clerk_error\":{\"type\":\"forbidden\","
			+ "\"reason\":\"reverification-error\",\"metadata\":{\"reverification\":\"strict\"}}}";

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static final Map<List<Object>, RunningApplication> applications = new HashMap<>();

	private static String userId;

	@BeforeAll
	static void seed() {
		userId = clerk.users().create("ada@example.com");
		clerk.organizations().create("org_1", "Acme", Map.of());
		clerk.organizations().create("org_2", "Other", Map.of());
	}

	@AfterAll
	static void close() {
		applications.values().forEach(RunningApplication::close);
		clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void annotationsWorkOnTypesInterfacesAndAsMetaAnnotations(WebApplicationType type) {
		RunningApplication application = application(type);
		for (String path : List.of("/annotated/type", "/forms/composed", "/forms/aliased", "/forms/flux",
				"/forms/interface", "/forms/role")) {
			assertThat(application.status(HttpMethod.GET, path, admin().mint())).as(path).isEqualTo(200);
			assertThat(application.status(HttpMethod.GET, path, member().mint())).as(path).isEqualTo(403);
			assertThat(application.status(HttpMethod.GET, path, null)).as(path).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void annotationOfMethodReplacesThatOfItsType(WebApplicationType type) {
		RunningApplication application = application(type);
		assertThat(application.status(HttpMethod.GET, "/annotated/replaced", member().factorAges(0, -1).mint()))
			.isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void authoritiesAndSessionsCanBeUsedInExpressions(WebApplicationType type) {
		RunningApplication application = application(type);
		assertThat(
				application.status(HttpMethod.GET, "/forms/authority", admin().permissions("org:invoices:read").mint()))
			.isEqualTo(200);
		assertThat(application.status(HttpMethod.GET, "/forms/authority", admin().mint())).isEqualTo(403);
		assertThat(application.status(HttpMethod.GET, "/forms/principal", admin().claim("pla", "o:pro").mint()))
			.isEqualTo(200);
		assertThat(application.status(HttpMethod.GET, "/forms/principal", admin().claim("pla", "u:pro").mint()))
			.isEqualTo(403);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void reverificationIsAskedForOnlyIfNothingElseIsMissing(WebApplicationType type) {
		RunningApplication application = application(type);
		for (String path : List.of("/all", "/forms/has")) {
			assertThat(application.status(HttpMethod.GET, path, admin().factorAges(9, -1).mint())).isEqualTo(200);
			EntityExchangeResult<String> stale = application.send(HttpMethod.GET, path,
					admin().factorAges(10, -1).mint());
			assertThat(stale.getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
			assertThat(stale.getResponseBody()).isEqualTo(REVERIFICATION);
			assertThat(stale.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
			assertThat(stale.getResponseHeaders().getContentLength()).isEqualTo(REVERIFICATION.length());
			EntityExchangeResult<String> member = application.send(HttpMethod.GET, path,
					member().factorAges(10, -1).mint());
			assertThat(member.getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
			assertThat(member.getResponseBody()).isNull();
			assertThat(application.send(HttpMethod.GET, path, null).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void organizationOfThePathIsTheActiveOne(WebApplicationType type) {
		RunningApplication application = application(type);
		assertThat(application.status(HttpMethod.GET, "/organizations/org_1/invoices", admin().mint())).isEqualTo(200);
		for (String id : List.of("org_2", "acme", "ORG_1", "org_1%20", "org_", "null", "organizationId", "%20",
				"org_2;organizationId=org_1")) {
			for (String path : List.of("/organizations/" + id + "/invoices", "/forms/organization/" + id)) {
				assertThat(application.status(HttpMethod.GET, path, admin().mint())).as(path).isIn(400, 403);
			}
		}
		assertThat(application.status(HttpMethod.GET, "/forms/organization/org_1", admin().mint())).isEqualTo(200);
		assertThat(application.status(HttpMethod.GET, "/misspelt/org_1", admin().mint())).isEqualTo(403);
		assertThat(
				application.status(HttpMethod.GET, "/organizations/org_1/invoices", clerk.sessionToken(userId).mint()))
			.isEqualTo(403);
		assertThat(application.status(HttpMethod.GET, "/organizations/org_1/invoices", null)).isEqualTo(401);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void impersonatedSessionsCanBeRefused(WebApplicationType type) {
		RunningApplication application = application(type);
		for (String path : List.of("/own", "/forms/own")) {
			assertThat(application.status(HttpMethod.GET, path, admin().mint())).isEqualTo(200);
			for (Map<String, ?> actor : List.<Map<String, ?>>of(Map.of("sub", "user_2"), Map.of(),
					Map.of("sub", "agent_1", "type", "agent"),
					Map.of("sub", "user_2", "iss", "https://dashboard.clerk.com", "sid", "sess_2"))) {
				assertThat(application.status(HttpMethod.GET, path, admin().actor(actor).mint())).isEqualTo(403);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void pendingSessionsThatAreAcceptedCanBeRefused(WebApplicationType type) {
		RunningApplication application = application(type, "--clerk.session.accept-pending=true");
		String pending = admin().pending().mint();
		assertThat(application.status(HttpMethod.GET, "/forms/role", pending)).isEqualTo(200);
		EntityExchangeResult<String> before = application(type).send(HttpMethod.GET, "/forms/role", pending);
		assertThat(before.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
		for (String path : List.of("/done", "/forms/done")) {
			assertThat(application.status(HttpMethod.GET, path, admin().mint())).isEqualTo(200);
			EntityExchangeResult<String> refused = application.send(HttpMethod.GET, path, pending);
			assertThat(refused.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
			assertThat(refused.getResponseHeaders().get(HttpHeaders.WWW_AUTHENTICATE))
				.isEqualTo(before.getResponseHeaders().get(HttpHeaders.WWW_AUTHENTICATE))
				.hasSize(1);
			assertThat(refused.getResponseBody()).isNull();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void denialsAreProblemDetailsIfTheApplicationHasThem(WebApplicationType type) {
		RunningApplication application = application(type, "--spring.mvc.problemdetails.enabled=true",
				"--spring.webflux.problemdetails.enabled=true");
		for (String path : List.of("/request/role", "/method/role", "/organizations/org_2/invoices")) {
			EntityExchangeResult<String> response = application.send(HttpMethod.GET, path, member().mint(), "Accept",
					"text/html");
			assertThat(response.getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
			assertThat(response.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
			assertThat(response.getResponseBody())
				.isEqualTo("{\"instance\":\"" + path + "\",\"status\":403,\"title\":\"Forbidden\"}");
			assertThat(response.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
				.startsWith("Bearer error=\"insufficient_scope\"");
		}
		for (String path : List.of("/request/strict", "/method/strict")) {
			EntityExchangeResult<String> response = application.send(HttpMethod.GET, path,
					member().factorAges(10, -1).mint());
			assertThat(response.getResponseBody()).isEqualTo(REVERIFICATION);
			assertThat(response.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
		}
	}

	private static SessionTokenBuilder admin() {
		return clerk.sessionToken(userId).organization("org_1").role("org:admin");
	}

	private static SessionTokenBuilder member() {
		return clerk.sessionToken(userId).organization("org_1").role("org:member");
	}

	private static RunningApplication application(WebApplicationType type, String... arguments) {
		return applications.computeIfAbsent(List.of(type, List.of(arguments)),
				(absent) -> RunningApplication.start(type, clerk, SecuredApplication.class, arguments));
	}

}
