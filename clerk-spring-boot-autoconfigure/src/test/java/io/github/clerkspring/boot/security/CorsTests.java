package io.github.clerkspring.boot.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * CORS of applications with the default chain and with chains of their own.
 */
class CorsTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static final Map<List<Object>, RunningApplication> applications = new HashMap<>();

	private static String token;

	@BeforeAll
	static void seed() {
		token = clerk.sessionToken(clerk.users().create("ada@example.com")).expiresIn(Duration.ofHours(1)).mint();
	}

	@AfterAll
	static void close() {
		applications.values().forEach(RunningApplication::close);
		clerk.close();
	}

	static Stream<Arguments> allowed() {
		return Stream.of(Arguments.of(WebApplicationType.SERVLET, DefaultChain.class, "/annotated"),
				Arguments.of(WebApplicationType.SERVLET, ServletMappings.class, "/mapped"),
				Arguments.of(WebApplicationType.SERVLET, ServletMappings.class, "/annotated"),
				Arguments.of(WebApplicationType.SERVLET, ServletSource.class, "/mapped"),
				Arguments.of(WebApplicationType.SERVLET, ServletFilter.class, "/mapped"),
				Arguments.of(WebApplicationType.SERVLET, OwnServletChain.class, "/annotated"),
				Arguments.of(WebApplicationType.REACTIVE, DefaultChain.class, "/annotated"),
				Arguments.of(WebApplicationType.REACTIVE, ReactiveMappings.class, "/mapped"),
				Arguments.of(WebApplicationType.REACTIVE, ReactiveMappings.class, "/annotated"),
				Arguments.of(WebApplicationType.REACTIVE, ReactiveSource.class, "/mapped"),
				Arguments.of(WebApplicationType.REACTIVE, ReactiveFilter.class, "/mapped"),
				Arguments.of(WebApplicationType.REACTIVE, OwnReactiveChain.class, "/annotated"));
	}

	@ParameterizedTest
	@MethodSource("allowed")
	void preflightRequestNeedsNoToken(WebApplicationType type, Class<?> source, String path) {
		RunningApplication application = application(type, source);
		EntityExchangeResult<String> response = preflight(application, path, ORIGIN);
		assertThat(response.getStatus().value()).isEqualTo(200);
		assertThat(response.getResponseHeaders().getAccessControlAllowOrigin()).isEqualTo(ORIGIN);
		assertThat(response.getResponseHeaders().getAccessControlAllowMethods()).contains(HttpMethod.GET);
		assertThat(response.getResponseHeaders().getAccessControlAllowHeaders()).contains("Authorization");
		assertThat(preflight(application, path, "https://evil.example").getStatus().value()).isEqualTo(403);
	}

	@ParameterizedTest
	@MethodSource("allowed")
	void requestItselfNeedsToken(WebApplicationType type, Class<?> source, String path) {
		RunningApplication application = application(type, source);
		EntityExchangeResult<String> response = application.send(HttpMethod.GET, path, token, HttpHeaders.ORIGIN,
				ORIGIN);
		assertThat(response.getStatus().value()).isEqualTo(200);
		assertThat(response.getResponseHeaders().getAccessControlAllowOrigin()).isEqualTo(ORIGIN);
		assertThat(application.status(HttpMethod.GET, path, null, HttpHeaders.ORIGIN, ORIGIN)).isEqualTo(401);
		assertThat(application.status(HttpMethod.GET, path, token, HttpHeaders.ORIGIN, "https://evil.example"))
			.isEqualTo(403);
		assertThat(application.status(HttpMethod.GET, path, token)).isEqualTo(200);
		// Without the header of a preflight request these are requests like any other
		assertThat(application.status(HttpMethod.OPTIONS, path, null, HttpHeaders.ORIGIN, ORIGIN)).isIn(401, 403);
		assertThat(application.status(HttpMethod.OPTIONS, path, null, HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET"))
			.isEqualTo(401);
		assertThat(application.status(HttpMethod.GET, path, null, HttpHeaders.ORIGIN, ORIGIN,
				HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET"))
			.isEqualTo(401);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void preflightRequestOfPathWithoutCorsAllowsNothing(WebApplicationType type) {
		for (String path : List.of("/mapped", "/none")) {
			EntityExchangeResult<String> response = preflight(application(type, DefaultChain.class), path, ORIGIN);
			assertThat(response.getResponseHeaders().getAccessControlAllowOrigin()).as(path).isNull();
			assertThat(response.getResponseBody()).as(path).isNull();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void refusalsHaveHeadersWithConfigurationSource(WebApplicationType type) {
		Class<?> source = (type == WebApplicationType.SERVLET) ? ServletSource.class : ReactiveSource.class;
		assertThat(allowedOriginOfRefusal(application(type, source), "/mapped")).isEqualTo(ORIGIN);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void refusalsHaveHeadersWithAnnotationOnServletsOnly(WebApplicationType type) {
		assertThat(allowedOriginOfRefusal(application(type, DefaultChain.class), "/annotated"))
			.isEqualTo((type == WebApplicationType.SERVLET) ? ORIGIN : null);
	}

	private static String allowedOriginOfRefusal(RunningApplication application, String path) {
		EntityExchangeResult<String> response = application.send(HttpMethod.GET, path, null, HttpHeaders.ORIGIN,
				ORIGIN);
		assertThat(response.getStatus().value()).isEqualTo(401);
		return response.getResponseHeaders().getAccessControlAllowOrigin();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void pathsOfServletAndContextAreTakenIntoAccount(WebApplicationType type) {
		RunningApplication application = (type == WebApplicationType.SERVLET)
				? application(type, DefaultChain.class, "--server.servlet.context-path=/shop",
						"--spring.mvc.servlet.path=/api")
				: application(type, DefaultChain.class, "--spring.webflux.base-path=/shop/api");
		assertThat(preflight(application, "/shop/api/annotated", ORIGIN).getStatus().value()).isEqualTo(200);
		assertThat(application.status(HttpMethod.GET, "/shop/api/annotated", null)).isEqualTo(401);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void actuatorHasItsOwnCors(WebApplicationType type) {
		RunningApplication application = application(type, DefaultChain.class,
				"--management.endpoints.web.cors.allowed-origins=" + ORIGIN,
				"--management.endpoints.web.cors.allowed-headers=*");
		assertThat(preflight(application, "/actuator/health", ORIGIN).getStatus().value()).isEqualTo(200);
	}

	@Test
	void corsCanBeDisabled() {
		assertThat(preflight(application(WebApplicationType.SERVLET, NoCors.class), "/annotated", ORIGIN).getStatus()
			.value()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnSource.class, OwnPreFlightHandler.class })
	void configurationOfChainReplacesTheOneOfHandlers(Class<?> chain) {
		assumeThat(ClassUtils.isPresent("org.springframework.web.filter.PreFlightRequestFilter", null)).isTrue();
		RunningApplication application = application(WebApplicationType.SERVLET, chain);
		assertThat(preflight(application, "/mapped", ORIGIN).getResponseHeaders().getAccessControlAllowOrigin())
			.isEqualTo(ORIGIN);
	}

	@Test
	void responsesVaryByOriginIfHandlerHasCors() {
		RunningApplication application = application(WebApplicationType.SERVLET, DefaultChain.class);
		assertThat(application.send(HttpMethod.GET, "/annotated", token).getResponseHeaders().getVary())
			.contains(HttpHeaders.ORIGIN);
		assertThat(application.send(HttpMethod.GET, "/mapped", token).getResponseHeaders().getVary())
			.doesNotContain(HttpHeaders.ORIGIN);
	}

	private static EntityExchangeResult<String> preflight(RunningApplication application, String path, String origin) {
		return application.send(HttpMethod.OPTIONS, path, null, HttpHeaders.ORIGIN, origin,
				HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET", HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS,
				"Authorization");
	}

	/**
	 * Closed together at the end, since reactive applications of one process share
	 * Reactor Netty's resources.
	 */
	private static RunningApplication application(WebApplicationType type, Class<?> source, String... arguments) {
		return applications.computeIfAbsent(List.of(type, source, List.of(arguments)),
				(absent) -> RunningApplication.start(type, clerk, source, arguments));
	}

	private static CorsConfiguration configuration() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.addAllowedOrigin(ORIGIN);
		configuration.addAllowedMethod(HttpMethod.GET);
		configuration.addAllowedHeader(HttpHeaders.AUTHORIZATION);
		return configuration;
	}

	@RestController
	static class Controller {

		@CrossOrigin(ORIGIN)
		@RequestMapping("/annotated")
		@Nullable String annotated(@CurrentUserId @Nullable String userId) {
			return userId;
		}

		@RequestMapping("/mapped")
		@Nullable String mapped(@CurrentUserId @Nullable String userId) {
			return userId;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class DefaultChain {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class ServletMappings implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/mapped/**").allowedOrigins(ORIGIN);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class ServletSource {

		@Bean
		org.springframework.web.cors.CorsConfigurationSource corsConfigurationSource() {
			org.springframework.web.cors.UrlBasedCorsConfigurationSource source = new org.springframework.web.cors.UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration());
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class ServletFilter {

		@Bean
		org.springframework.web.filter.CorsFilter corsFilter() {
			return new org.springframework.web.filter.CorsFilter((request) -> configuration());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class OwnServletChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class NoCors {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.cors((cors) -> cors.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class OwnSource {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.cors((cors) -> cors.configurationSource((request) -> configuration()))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class OwnPreFlightHandler {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.cors((cors) -> cors.disable())
				.cors((cors) -> cors.preFlightRequestHandler(
						(request, response) -> response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ORIGIN)))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class ReactiveMappings implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(org.springframework.web.reactive.config.CorsRegistry registry) {
			registry.addMapping("/mapped/**").allowedOrigins(ORIGIN);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class ReactiveSource {

		@Bean
		org.springframework.web.cors.reactive.CorsConfigurationSource corsSource() {
			return (exchange) -> configuration();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class ReactiveFilter {

		@Bean
		CorsWebFilter cors() {
			return new CorsWebFilter((exchange) -> configuration());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class OwnReactiveChain {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.build();
		}

	}

}
