package io.github.clerkspring.boot.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.boot.BeanInUse;
import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.session.SessionTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Applications that use the client without the security, and the other way round.
 */
class UnusedSecurityTests {

	private static final String NO_PUBLISHABLE_KEY = "--clerk.publishable-key=";

	private static final String NO_SECRET_KEY = "--clerk.secret-key=";

	private static final SecretKey KEY = new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(), "HmacSHA256");

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

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void decoderAndChainOfTheApplicationNeedNoPublishableKey(WebApplicationType type) {
		RunningApplication application = application(type, OwnDecoderAndChain.class, NO_PUBLISHABLE_KEY);
		assertThat(application.body("/name", foreignToken())).isEqualTo("JwtAuthenticationToken partner-1");
		assertThat(application.status(HttpMethod.GET, "/name", null)).isEqualTo(401);
		assertThat(application.status(HttpMethod.GET, "/name", clerk.sessionToken(userId).mint())).isEqualTo(401);
		assertSecurityIsNotUsed(application);
		assertClientWorks(application);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void readinessDoesNotDependOnKeysThatAreNotUsed(WebApplicationType type) {
		for (Class<?> source : List.of(OwnDecoderAndChain.class, BasicChain.class)) {
			RunningApplication application = application(type, source, "--clerk.jwks.uri=http://127.0.0.1:1/jwks");
			assertThat(application.status(HttpMethod.GET, "/actuator/health/readiness", null)).isEqualTo(200);
			assertSecurityIsNotUsed(application);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void readinessDependsOnKeysThatAreUsed(WebApplicationType type) {
		for (String lazy : List.of("false", "true")) {
			RunningApplication application = application(type, DefaultChain.class,
					"--clerk.jwks.uri=http://127.0.0.1:1/jwks", "--spring.main.lazy-initialization=" + lazy);
			assertThat(application.status(HttpMethod.GET, "/actuator/health/readiness", null)).isEqualTo(503);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void chainOfTheApplicationWithoutTokensNeedsNoPublishableKey(WebApplicationType type) {
		RunningApplication application = application(type, BasicChain.class, NO_PUBLISHABLE_KEY);
		assertThat(application.status(HttpMethod.GET, "/name", null)).isEqualTo(401);
		assertSecurityIsNotUsed(application);
		assertClientWorks(application);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void defaultChainUsesDecoderOfTheApplication(WebApplicationType type) {
		RunningApplication application = application(type, OwnDecoder.class, NO_PUBLISHABLE_KEY);
		assertThat(application.status(HttpMethod.GET, "/name", null)).isEqualTo(401);
		assertThat(application.status(HttpMethod.GET, "/name", clerk.sessionToken(userId).mint())).isEqualTo(401);
		assertSecurityIsNotUsed(application);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void securityAloneNeedsNoSecretKey(WebApplicationType type) {
		RunningApplication application = application(type, DefaultChain.class, NO_SECRET_KEY,
				"--clerk.jwks.uri=" + clerk.jwksUrl());
		assertThat(application.body("/name", clerk.sessionToken(userId).mint())).endsWith(userId);
		assertThat(application.status(HttpMethod.GET, "/name", null)).isEqualTo(401);
		assertThat(new BeanInUse<>(application.context().getBeanFactory(), ClerkBackendClient.class).get()).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void whatVerifiesTokensOfClerkNeedsIssuer(WebApplicationType type) {
		for (Class<?> source : List.of(DefaultChain.class, OwnClerkChain.class, JwtChain.class)) {
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> application(type, source, NO_PUBLISHABLE_KEY))
				.havingRootCause()
				.isInstanceOf(ClerkConfigurationException.class)
				.withMessageContaining("clerk.publishable-key");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void whatReportsOnTokensReportsNothing(WebApplicationType type) {
		RunningApplication application = application(type, BasicChain.class, NO_PUBLISHABLE_KEY);
		assertThat(application.body("/actuator/clerk", null)).contains("\"keys\":{}", "\"verifiedTokens\":{}");
		assertThat(application.body("/actuator/health", null)).contains("\"keys\":{\"status\":\"UNKNOWN\"}");
		assertThat(application.body("/actuator/metrics", null)).contains("jvm.").doesNotContain("clerk.jwks");
		assertSecurityIsNotUsed(application);
	}

	@Test
	void applicationWithoutWebNeedsSecretKeyOnly() {
		try (RunningApplication application = RunningApplication.start(WebApplicationType.NONE, clerk, Nothing.class,
				NO_PUBLISHABLE_KEY)) {
			assertClientWorks(application);
			assertThat(application.context().getBeanProvider(ClerkKeySource.class).getIfAvailable()).isNull();
		}
	}

	@Test
	void eachLibraryMayBeAbsent() {
		String[] properties = { "clerk.secret-key=sk_test_x", "clerk.publishable-key=" + clerk.publishableKey(),
				"clerk.jwks.warm-up=false" };
		for (String absent : List.of("io.github.clerkspring.security", "org.springframework.security",
				"org.springframework.boot.health.contributor", "io.micrometer")) {
			FilteredClassLoader classLoader = new FilteredClassLoader(absent);
			new ApplicationContextRunner().withUserConfiguration(RunningApplication.AutoConfigured.class)
				.withClassLoader(classLoader)
				.withPropertyValues(properties)
				.run((context) -> assertThat(context).as(absent).hasNotFailed());
			new WebApplicationContextRunner().withUserConfiguration(RunningApplication.AutoConfigured.class)
				.withClassLoader(classLoader)
				.withPropertyValues(properties)
				.run((context) -> assertThat(context).as(absent).hasNotFailed());
			new ReactiveWebApplicationContextRunner().withUserConfiguration(RunningApplication.AutoConfigured.class)
				.withClassLoader(classLoader)
				.withPropertyValues(properties)
				.run((context) -> assertThat(context).as(absent).hasNotFailed());
		}
	}

	private static void assertSecurityIsNotUsed(RunningApplication application) {
		List<Object> used = new ArrayList<>();
		for (Class<?> type : List.of(ClerkKeySource.class, SessionTokenVerifier.class)) {
			Object bean = new BeanInUse<>(application.context().getBeanFactory(), type).get();
			if (bean != null) {
				used.add(bean);
			}
		}
		assertThat(used).isEmpty();
	}

	private static void assertClientWorks(RunningApplication application) {
		ClerkBackendClient client = application.context().getBean(ClerkBackendClient.class);
		assertThat(client.users().get(userId).block(Duration.ofSeconds(60)).id()).isEqualTo(userId);
	}

	private static RunningApplication application(WebApplicationType type, Class<?> source, String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--management.endpoint.health.probes.enabled=true");
		all.add("--management.endpoint.health.show-details=always");
		all.add("--management.endpoints.web.exposure.include=health,clerk,metrics");
		return applications.computeIfAbsent(List.of(type, source, all),
				(absent) -> RunningApplication.start(type, clerk, source, all.toArray(String[]::new)));
	}

	private static String foreignToken() {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256),
					new JWTClaimsSet.Builder().subject("partner-1")
						.expirationTime(Date.from(Instant.now().plusSeconds(600)))
						.build());
			token.sign(new MACSigner(KEY));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@RestController
	static class Controller {

		@GetMapping("/name")
		String name(Authentication authentication) {
			return authentication.getClass().getSimpleName() + " " + authentication.getName();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class DefaultChain {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class OwnDecoder {

		@Bean
		@ConditionalOnWebApplication(type = Type.SERVLET)
		JwtDecoder servletDecoder() {
			return NimbusJwtDecoder.withSecretKey(KEY).build();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		ReactiveJwtDecoder reactiveDecoder() {
			return NimbusReactiveJwtDecoder.withSecretKey(KEY).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class JwtChain {

		@Bean
		@ConditionalOnWebApplication(type = Type.SERVLET)
		SecurityFilterChain servlet(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/actuator/**").permitAll().anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		SecurityWebFilterChain reactive(ServerHttpSecurity http) {
			return http
				.authorizeExchange(
						(exchanges) -> exchanges.pathMatchers("/actuator/**").permitAll().anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OwnDecoder.class, JwtChain.class })
	static class OwnDecoderAndChain {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class BasicChain {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager();
		}

		@Bean
		ReactiveUserDetailsService reactiveUsers() {
			return (name) -> Mono.empty();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.SERVLET)
		SecurityFilterChain servlet(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/actuator/**").permitAll().anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		SecurityWebFilterChain reactive(ServerHttpSecurity http) {
			return http
				.authorizeExchange(
						(exchanges) -> exchanges.pathMatchers("/actuator/**").permitAll().anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Controller.class)
	static class OwnClerkChain {

		@Bean
		@ConditionalOnWebApplication(type = Type.SERVLET)
		SecurityFilterChain servlet(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		SecurityWebFilterChain reactive(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.build();
		}

	}

}
