package io.github.clerkspring.boot.security;

import java.security.Principal;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On lenient paths a request with an invalid token is the same as one without a token.
 */
class LenientPathsTests {

	private static final String LENIENT = "--clerk.session.lenient-paths=/public/**,/closed,/guest";

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static String userId;

	@BeforeAll
	static void seed() {
		userId = clerk.users().create("ada@example.com");
	}

	@AfterAll
	static void close() {
		clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void invalidTokenLeavesNoPrincipal(WebApplicationType type) {
		try (RunningApplication application = RunningApplication.start(type, clerk, application(type), LENIENT)) {
			for (String path : List.of("/public/principal", "/public/authentication", "/public/session",
					"/public/holder", "/public/request")) {
				assertThat(application.body(path, null)).as(path).isEqualTo("none");
				for (String token : invalidTokens()) {
					assertThat(application.body(path, token)).as(path).isEqualTo("none");
				}
				assertThat(application.body(path, token())).as(path).isEqualTo(userId);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void authorizationIsThatOfRequestWithoutToken(WebApplicationType type) {
		try (RunningApplication application = RunningApplication.start(type, clerk, application(type), LENIENT)) {
			assertThat(application.status(HttpMethod.GET, "/closed", null)).isEqualTo(401);
			for (String token : invalidTokens()) {
				assertThat(application.status(HttpMethod.GET, "/closed", token)).isEqualTo(401);
				assertThat(application.status(HttpMethod.GET, "/public/none", token)).isEqualTo(404);
				assertThat(application.status(HttpMethod.GET, "/other", token)).isEqualTo(401);
			}
			assertThat(application.status(HttpMethod.GET, "/closed", token())).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void anonymousUserOfTheChainIsUsed(WebApplicationType type) {
		try (RunningApplication application = RunningApplication.start(type, clerk, guests(type), LENIENT)) {
			assertThat(application.body("/guest", null)).isEqualTo("guest");
			for (String token : invalidTokens()) {
				assertThat(application.body("/guest", token)).isEqualTo("guest");
			}
			assertThat(application.status(HttpMethod.GET, "/guest", token())).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void patternsAreRelativeToServletAndContext(WebApplicationType type) {
		String[] arguments = (type == WebApplicationType.SERVLET)
				? new String[] { LENIENT, "--server.servlet.context-path=/shop", "--spring.mvc.servlet.path=/api" }
				: new String[] { LENIENT, "--spring.webflux.base-path=/shop/api" };
		try (RunningApplication application = RunningApplication.start(type, clerk, application(type), arguments)) {
			for (String token : invalidTokens()) {
				assertThat(application.body("/shop/api/public/principal", token)).isEqualTo("none");
				assertThat(application.status(HttpMethod.GET, "/shop/api/other", token)).isEqualTo(401);
			}
			assertThat(application.body("/shop/api/public/principal", token())).isEqualTo(userId);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.mvc.servlet.path=/api", "--server.servlet.context-path=/api" })
	void patternsAreRelativeToServletOrContext(String argument) {
		try (RunningApplication application = RunningApplication.start(WebApplicationType.SERVLET, clerk, Servlet.class,
				LENIENT, argument)) {
			for (String token : invalidTokens()) {
				assertThat(application.body("/api/public/principal", token)).isEqualTo("none");
			}
		}
	}

	private static Class<?> application(WebApplicationType type) {
		return (type == WebApplicationType.SERVLET) ? Servlet.class : Reactive.class;
	}

	private static Class<?> guests(WebApplicationType type) {
		return (type == WebApplicationType.SERVLET) ? ServletGuests.class : ReactiveGuests.class;
	}

	private static String token() {
		return clerk.sessionToken(userId).mint();
	}

	private static List<String> invalidTokens() {
		return List.of(clerk.sessionToken(userId).signedByStranger().mint(),
				clerk.sessionToken(userId).expired().mint(), "x.y.z");
	}

	private static String name(@Nullable Object principal) {
		return (principal instanceof Principal one) ? one.getName() : "none";
	}

	@Configuration(proxyBeanMethods = false)
	@Import(ServletController.class)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class Servlet {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/public/**").permitAll().anyRequest().authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ServletController.class)
	static class ServletGuests {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.anonymous((anonymous) -> anonymous.principal("guest").authorities("ROLE_GUEST"))
				.authorizeHttpRequests((requests) -> requests.anyRequest().hasRole("GUEST"))
				.build();
		}

	}

	@RestController
	static class ServletController {

		@GetMapping("/public/principal")
		String principal(@Nullable Principal principal) {
			return name(principal);
		}

		@GetMapping("/public/authentication")
		String authentication(@Nullable Authentication authentication) {
			return name(authentication);
		}

		@GetMapping({ "/public/session", "/closed", "/other" })
		String session(@AuthenticationPrincipal @Nullable ClerkSession session) {
			return (session != null) ? session.userId() : "none";
		}

		@GetMapping("/public/holder")
		String holder() {
			Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
			return (authentication.getPrincipal() instanceof ClerkSession session) ? session.userId() : "none";
		}

		@GetMapping("/public/request")
		String request(HttpServletRequest request) {
			return name(request.getUserPrincipal());
		}

		@GetMapping("/guest")
		String guest() {
			return SecurityContextHolder.getContext().getAuthentication().getName();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveController.class)
	static class Reactive {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange(
						(exchanges) -> exchanges.pathMatchers("/public/**").permitAll().anyExchange().authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveController.class)
	static class ReactiveGuests {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.anonymous((anonymous) -> anonymous.principal("guest").authorities("ROLE_GUEST"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().hasRole("GUEST"))
				.build();
		}

	}

	@RestController
	static class ReactiveController {

		@GetMapping("/public/principal")
		Mono<String> principal(Mono<Principal> principal) {
			return principal.map(Principal::getName).defaultIfEmpty("none");
		}

		@GetMapping("/public/authentication")
		Mono<String> authentication(Mono<Authentication> authentication) {
			return authentication.map(Authentication::getName).defaultIfEmpty("none");
		}

		@GetMapping({ "/public/session", "/closed", "/other" })
		Mono<String> session(@AuthenticationPrincipal @Nullable ClerkSession session) {
			return Mono.just((session != null) ? session.userId() : "none");
		}

		@GetMapping({ "/public/holder", "/guest" })
		Mono<String> holder() {
			return ReactiveSecurityContextHolder.getContext()
				.map((context) -> context.getAuthentication().getName())
				.defaultIfEmpty("none");
		}

		@GetMapping("/public/request")
		Mono<String> request(ServerWebExchange exchange) {
			return exchange.getPrincipal().map(Principal::getName).defaultIfEmpty("none");
		}

	}

}
