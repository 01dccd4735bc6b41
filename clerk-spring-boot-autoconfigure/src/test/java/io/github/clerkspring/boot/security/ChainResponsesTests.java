package io.github.clerkspring.boot.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Responses of the default chain, and of chains of the application that are configured
 * with the one call.
 */
class ChainResponsesTests {

	private static final ClerkEmulator clerk = ClerkEmulator.start();

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
	}

	static Stream<Arguments> chains() {
		return Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)
			.flatMap((type) -> Stream.of(Arguments.of(type, DefaultChain.class), Arguments.of(type, OwnChain.class)));
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void statusesOfPublicPathsAreKept(WebApplicationType type) {
		RunningApplication application = application(type, OwnChain.class);
		assertThat(application.status(HttpMethod.GET, "/public/ok", null)).isEqualTo(200);
		assertThat(application.status(HttpMethod.POST, "/public/ok", null)).isEqualTo(405);
		assertThat(application.status(HttpMethod.GET, "/public/none", null)).isEqualTo(404);
		assertThat(application.status(HttpMethod.GET, "/public/conflict", null)).isEqualTo(409);
		assertThat(application.status(HttpMethod.GET, "/public/broken", null)).isEqualTo(500);
		assertThat(application.status(HttpMethod.GET, "/public/number?value=x", null)).isEqualTo(400);
		assertThat(application.status(HttpMethod.GET, "/public/ok", null, "Accept", "image/png")).isEqualTo(406);
	}

	@ParameterizedTest
	@MethodSource("chains")
	void noResponseCreatesSession(WebApplicationType type, Class<?> chain) {
		RunningApplication application = application(type, chain);
		for (String token : new String[] { null, token(), forged() }) {
			for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE)) {
				for (String path : List.of("/me", "/none", "/public/ok", "/public/broken", "/admin", "/logout",
						"/login")) {
					EntityExchangeResult<String> response = application.send(method, path, token, "Accept",
							"text/html");
					assertThat(response.getResponseHeaders().get(HttpHeaders.SET_COOKIE)).as(method + " " + path)
						.isNull();
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("chains")
	void thereIsNoLoginAndNoLogoutPage(WebApplicationType type, Class<?> chain) {
		RunningApplication application = application(type, chain);
		for (String path : List.of("/login", "/logout")) {
			assertThat(application.status(HttpMethod.GET, path, null, "Accept", "text/html")).isEqualTo(401);
			assertThat(application.status(HttpMethod.POST, path, null)).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, path, token())).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@MethodSource("chains")
	void unsafeMethodsNeedNoCsrfToken(WebApplicationType type, Class<?> chain) {
		RunningApplication application = application(type, chain);
		assertThat(application.status(HttpMethod.POST, "/none", null)).isEqualTo(401);
		assertThat(application.status(HttpMethod.POST, "/none", token())).isEqualTo(404);
	}

	@ParameterizedTest
	@MethodSource("chains")
	void refusalsAreChallenges(WebApplicationType type, Class<?> chain) {
		RunningApplication application = application(type, chain);
		EntityExchangeResult<String> missing = application.send(HttpMethod.GET, "/me", null, "Accept", "text/html");
		assertThat(missing.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(missing.getResponseHeaders().get(HttpHeaders.WWW_AUTHENTICATE)).containsExactly("Bearer");
		EntityExchangeResult<String> invalid = application.send(HttpMethod.GET, "/me", forged());
		assertThat(invalid.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(invalid.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
			.startsWith("Bearer error=\"invalid_token\"");
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void deniedRequestsAreForbidden(WebApplicationType type) {
		RunningApplication application = application(type, OwnChain.class);
		EntityExchangeResult<String> denied = application.send(HttpMethod.GET, "/admin", token());
		assertThat(denied.getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(denied.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).contains("insufficient_scope");
	}

	@ParameterizedTest
	@MethodSource("chains")
	void resourceMetadataIsNotPublished(WebApplicationType type, Class<?> chain) {
		RunningApplication application = application(type, chain);
		for (String suffix : List.of("", "/", "/me", "/a/b?c=d")) {
			String path = "/.well-known/oauth-protected-resource" + suffix;
			assertThat(application.status(HttpMethod.GET, path, null)).as(path).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, path, token())).as(path).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@MethodSource("chains")
	void unavailableKeysAreServiceUnavailable(WebApplicationType type, Class<?> chain) {
		RunningApplication application = application(type, chain, "--clerk.jwks.uri=http://127.0.0.1:1/jwks",
				"--clerk.jwks.warm-up=false");
		EntityExchangeResult<String> response = application.send(HttpMethod.GET, "/me", token());
		assertThat(response.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(response.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("\\d+");
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void chainWithoutRulesLetsNothingThrough(WebApplicationType type) {
		if (type == WebApplicationType.SERVLET) {
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> application(type, ChainWithoutRules.class))
				.withStackTraceContaining("At least one mapping is required");
			return;
		}
		RunningApplication application = application(type, ChainWithoutRules.class);
		assertThat(application.status(HttpMethod.GET, "/public/ok", null)).isEqualTo(401);
		assertThat(application.status(HttpMethod.GET, "/public/ok", token())).isEqualTo(403);
	}

	/**
	 * Closed together at the end, since reactive applications of one process share
	 * Reactor Netty's resources.
	 */
	private static RunningApplication application(WebApplicationType type, Class<?> chain, String... arguments) {
		return applications.computeIfAbsent(List.of(type, chain, List.of(arguments)),
				(absent) -> RunningApplication.start(type, clerk, chain, arguments));
	}

	private static String token() {
		return clerk.sessionToken(userId).mint();
	}

	private static String forged() {
		return clerk.sessionToken(userId).signedByStranger().mint();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class DefaultChain {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class OwnChain {

		@Bean
		@ConditionalOnWebApplication(type = Type.SERVLET)
		SecurityFilterChain servlet(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/public/**")
					.permitAll()
					.requestMatchers("/admin")
					.hasRole("org:admin")
					.anyRequest()
					.authenticated())
				.build();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		SecurityWebFilterChain reactive(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange((exchanges) -> exchanges.pathMatchers("/public/**")
					.permitAll()
					.pathMatchers("/admin")
					.hasRole("org:admin")
					.anyExchange()
					.authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class ChainWithoutRules {

		@Bean
		@ConditionalOnWebApplication(type = Type.SERVLET)
		SecurityFilterChain servlet(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http).build();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		SecurityWebFilterChain reactive(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http).build();
		}

	}

	@RestController
	static class Controller {

		@GetMapping({ "/me", "/admin" })
		String me(@CurrentUserId String userId) {
			return userId;
		}

		@GetMapping(path = "/public/ok", produces = "text/plain")
		String ok() {
			return "ok";
		}

		@GetMapping("/public/number")
		String number(int value) {
			return Integer.toString(value);
		}

		@GetMapping("/public/conflict")
		String conflict() {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}

		@GetMapping("/public/broken")
		String broken() {
			throw new IllegalStateException("broken");
		}

	}

}
