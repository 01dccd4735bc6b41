package io.github.clerkspring.boot.security.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.servlet.ClerkAuthenticationManagerResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Metadata of applications that accept OAuth access tokens (RFC 9728), on both stacks.
 */
class ResourceMetadataTests {

	private static final String PATH = "/.well-known/oauth-protected-resource";

	private static final String OAUTH = "--clerk.accepted-tokens=session,oauth";

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static final String userId = clerk.users().create("ada@example.com");

	private static final Map<List<Object>, RunningApplication> applications = new HashMap<>();

	@AfterAll
	static void close() {
		applications.values().forEach(RunningApplication::close);
		clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void describesTheConfiguredResource(WebApplicationType type) {
		RunningApplication application = application(type, OAUTH, "--clerk.oauth.resource=https://API.example.com/v1/",
				"--clerk.oauth.scopes=profile,invoices:read");
		for (String host : List.of("127.0.0.1", "evil.example")) {
			assertThat(document(application, PATH, host)).isEqualTo(document("https://api.example.com/v1"));
			assertThat(document(application, PATH + "/v1", host)).isEqualTo(document("https://api.example.com/v1"));
			assertThat(document(application, PATH + "/v1/mcp", host))
				.isEqualTo(document("https://api.example.com/v1/mcp"));
		}
		for (String path : List.of("/", "/v2", "/v1/..", "/v1/", "/v1/a%22b", "/v1/%2e%2e/x", "/v1/a;b", "x")) {
			assertThat(application.status(HttpMethod.GET, PATH + path, null)).as(path).isIn(400, 401);
		}
		assertThat(application.status(HttpMethod.POST, PATH, null)).isEqualTo(401);
		assertThat(application.status(HttpMethod.HEAD, PATH, null)).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void describesResourceOfTheRequestForLoopbackOnly(WebApplicationType type) {
		RunningApplication application = application(type, OAUTH);
		String port = application.context().getEnvironment().getProperty("local.server.port");
		String base = "http://127.0.0.1:" + port;
		assertThat(application.body(PATH + "/mcp", null))
			.isEqualTo("{\"resource\":\"" + base + "/mcp\",\"authorization_servers\":[\"" + clerk.issuer()
					+ "\"],\"bearer_methods_supported\":[\"header\"]}");
		assertThat(challenge(application.send(HttpMethod.GET, "/me", null)))
			.isEqualTo("Bearer resource_metadata=\"" + base + PATH + "\"");
		for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1x",
				"10.0.0.1:8080")) {
			assertThat(application.status(HttpMethod.GET, PATH, null, "Host", host)).as(host).isEqualTo(401);
			assertThat(challenge(application.send(HttpMethod.GET, "/me", null, "Host", host))).as(host)
				.isEqualTo("Bearer");
			assertThat(challenge(application.send(HttpMethod.GET, "/me", null, "X-Forwarded-Host", host)))
				.doesNotContain(host);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void deniedRequestsLearnTheMetadata(WebApplicationType type) {
		RunningApplication application = application(type, OAUTH);
		String metadata = "resource_metadata=\"http://127.0.0.1:"
				+ application.context().getEnvironment().getProperty("local.server.port") + PATH + "\"";
		for (String path : List.of("/request/scope", "/method/scope")) {
			assertThat(denied(application, path)).as(path).endsWith(", scope=\"invoices:read\", " + metadata);
			assertThat(denied(application, path, "Host", "evil.example")).as(path)
				.endsWith(", scope=\"invoices:read\"");
		}
		assertThat(denied(application, "/request/authority")).endsWith("#section-3.1\", " + metadata);
		RunningApplication configured = application(type, OAUTH, "--clerk.oauth.resource=https://API.example.com/v1/",
				"--clerk.oauth.scopes=profile,invoices:read");
		assertThat(denied(configured, "/method/scope", "Host", "evil.example"))
			.endsWith(", resource_metadata=\"https://api.example.com" + PATH + "/v1\"");
		RunningApplication without = application(type, "--clerk.accepted-tokens=session,m2m,api-key",
				"--clerk.oauth.resource=https://api.example.com");
		assertThat(challenge(without.send(HttpMethod.GET, "/method/scope", session()), HttpStatus.FORBIDDEN))
			.endsWith(", scope=\"invoices:read\"");
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void forwardedHeadersCannotChangeTheChallenge(WebApplicationType type) {
		RunningApplication application = application(type, OAUTH, "--server.forward-headers-strategy=framework");
		assertThat(denied(application, "/method/scope", "X-Forwarded-Host", "localhost:8080", "X-Forwarded-Prefix",
				"/api"))
			.endsWith(", resource_metadata=\"http://localhost:8080/api" + PATH + "\"");
		Map<String, List<String>> hostile = Map.of("X-Forwarded-Host",
				List.of("evil.example", "127.0.0.1.evil.example", "evil.example:80@127.0.0.1", "127.0.0.1\", x=\"evil"),
				"X-Forwarded-Prefix", List.of("/\", x=\"evil", "/evil x", "/evil\\", "/<evil>"), "X-Forwarded-Proto",
				List.of("evil", "evil\"", "https://evil.example"), "Forwarded",
				List.of("host=evil.example", "host=\"127.0.0.1, Basic realm=evil\"", "proto=evil;host=127.0.0.1"));
		hostile.forEach((name, values) -> values.forEach((value) -> {
			for (String token : new String[] { null, session() }) {
				EntityExchangeResult<String> response = application.send(HttpMethod.GET, "/method/scope", token, name,
						value);
				assertThat(response.getStatus().value()).as(name + " " + value).isIn(400, 401, 403);
				assertThat(response.getResponseHeaders().getOrEmpty(HttpHeaders.WWW_AUTHENTICATE))
					.as(name + " " + value)
					.hasSizeLessThan(2)
					.noneMatch((challenge) -> challenge.contains("evil"));
			}
		}));
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void scriptsOfOtherOriginsReadTheMetadata(WebApplicationType type) {
		RunningApplication application = application(type, OAUTH);
		EntityExchangeResult<String> preFlight = application.send(HttpMethod.OPTIONS, PATH, null, "Origin",
				"https://inspector.example", "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers",
				"mcp-protocol-version");
		assertThat(preFlight.getStatus()).isEqualTo(HttpStatus.OK);
		assertThat(preFlight.getResponseHeaders().getAccessControlAllowOrigin()).isEqualTo("*");
		assertThat(preFlight.getResponseHeaders().getAccessControlAllowMethods()).containsExactly(HttpMethod.GET);
		assertThat(preFlight.getResponseHeaders().getAccessControlAllowHeaders()).containsExactly("*");
		EntityExchangeResult<String> response = application.send(HttpMethod.GET, PATH, null, "Origin",
				"https://inspector.example");
		assertThat(response.getResponseHeaders().getAccessControlAllowOrigin()).isEqualTo("*");
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void applicationsWithoutOAuthPublishNothing(WebApplicationType type) {
		RunningApplication application = application(type, "--clerk.accepted-tokens=session,m2m,api-key",
				"--clerk.oauth.resource=https://api.example.com");
		assertThat(application.status(HttpMethod.GET, PATH, null)).isEqualTo(401);
		String token = clerk.sessionToken(clerk.users().create(type.name().toLowerCase(Locale.ROOT) + "@example.com"))
			.mint();
		assertThat(application.status(HttpMethod.GET, PATH, token)).isEqualTo(404);
		assertThat(challenge(application.send(HttpMethod.GET, "/me", null))).isEqualTo("Bearer");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET" })
	void replacesTheMetadataOfSpringSecurity(WebApplicationType type) {
		RunningApplication application = application(type, PlainChain.class, OAUTH);
		assertThat(application.body(PATH, null)).contains(clerk.issuer()).doesNotContain("tls_client");
	}

	private static String document(String resource) {
		return "{\"resource\":\"" + resource + "\",\"authorization_servers\":[\"" + clerk.issuer()
				+ "\"],\"scopes_supported\":[\"profile\",\"invoices:read\"],\"bearer_methods_supported\":[\"header\"]}";
	}

	private static String document(RunningApplication application, String path, String host) {
		EntityExchangeResult<String> response = application.send(HttpMethod.GET, path, null, "Host", host);
		assertThat(response.getStatus()).isEqualTo(HttpStatus.OK);
		assertThat(response.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
		return response.getResponseBody();
	}

	private static String session() {
		return clerk.sessionToken(userId).mint();
	}

	private static String denied(RunningApplication application, String path, String... headers) {
		return challenge(application.send(HttpMethod.GET, path, session(), headers), HttpStatus.FORBIDDEN);
	}

	private static String challenge(EntityExchangeResult<String> response) {
		return challenge(response, HttpStatus.UNAUTHORIZED);
	}

	private static String challenge(EntityExchangeResult<String> response, HttpStatus status) {
		assertThat(response.getStatus()).isEqualTo(status);
		return response.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE);
	}

	private static RunningApplication application(WebApplicationType type, String... arguments) {
		return application(type, MachineApplication.class, arguments);
	}

	// None is closed before the end, since they share the event loops
	private static RunningApplication application(WebApplicationType type, Class<?> source, String... arguments) {
		return applications.computeIfAbsent(List.of(type, source, List.of(arguments)),
				(absent) -> RunningApplication.start(type, clerk, source, arguments));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class PlainChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkAuthenticationManagerResolver clerk) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(clerk))
				.build();
		}

	}

}
