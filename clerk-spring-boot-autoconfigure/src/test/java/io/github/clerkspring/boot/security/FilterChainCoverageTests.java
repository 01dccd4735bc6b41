package io.github.clerkspring.boot.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import reactor.core.publisher.Mono;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Warning of chains that all match certain requests only.
 */
@ExtendWith(OutputCaptureExtension.class)
class FilterChainCoverageTests {

	private static final String WARNING = "Requests that match none of the security filter chains";

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "clerk.jwks.warm-up=false");

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "clerk.jwks.warm-up=false");

	@Test
	void warnsOfNarrowServletChainsByName(CapturedOutput output) {
		this.servlet.withUserConfiguration(NarrowServletChains.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output.getOut().split(WARNING, -1)).hasSize(2);
			assertThat(output).contains("[partners, actuator]");
		});
	}

	@Test
	void warnsOfNarrowReactiveChainsByName(CapturedOutput output) {
		this.reactive.withUserConfiguration(NarrowReactiveChains.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output.getOut().split(WARNING, -1)).hasSize(2);
			assertThat(output).contains("[partners, actuator]");
		});
	}

	@Test
	void warnsOfServletChainsForOneLevelOfPaths(CapturedOutput output) {
		this.servlet.withUserConfiguration(OneLevelServletChain.class)
			.run((context) -> assertThat(output).contains(WARNING).contains("[oneLevel]"));
	}

	@Test
	void doesNotWarnWhenAGeneralServletChainExists(CapturedOutput output) {
		this.servlet.withUserConfiguration(NarrowServletChains.class, GeneralServletChain.class)
			.run((context) -> assertThat(context).hasNotFailed());
		this.servlet.withUserConfiguration(GeneralServletChain.class)
			.run((context) -> assertThat(context).hasNotFailed());
		this.servlet.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain(WARNING);
	}

	@Test
	void doesNotWarnWhenAGeneralReactiveChainExists(CapturedOutput output) {
		this.reactive.withUserConfiguration(NarrowReactiveChains.class, GeneralReactiveChain.class)
			.run((context) -> assertThat(context).hasNotFailed());
		this.reactive.withUserConfiguration(GeneralReactiveChain.class)
			.run((context) -> assertThat(context).hasNotFailed());
		this.reactive.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain(WARNING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api" })
	void patternForAllPathsOfTheServletIsGeneral(String servletPath, CapturedOutput output) {
		this.servlet.withUserConfiguration(AllPathsServletChain.class)
			.withPropertyValues("spring.mvc.servlet.path=" + servletPath)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain(WARNING);
	}

	@Test
	void matchersThatNeedMoreThanPathDecideAsForRealRequests(CapturedOutput output) {
		this.servlet.withUserConfiguration(LocalServletChain.class)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain(WARNING);
	}

	@Test
	void matcherThatFailsOrNeverAnswersDoesNotFailTheStart(CapturedOutput output) {
		this.servlet.withUserConfiguration(FailingServletChain.class)
			.run((context) -> assertThat(context).hasNotFailed());
		this.reactive.withUserConfiguration(FailingReactiveChain.class)
			.run((context) -> assertThat(context).hasNotFailed());
		this.reactive.withUserConfiguration(SilentReactiveChain.class)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain(WARNING);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void warnsOfActuatorChainOfRunningServer(WebApplicationType type, CapturedOutput output) {
		Class<?> chain = (type == WebApplicationType.SERVLET) ? ActuatorServletChain.class
				: ActuatorReactiveChain.class;
		try (ClerkEmulator clerk = ClerkEmulator.start();
				RunningApplication application = RunningApplication.start(type, clerk, chain)) {
			assertThat(application.status(HttpMethod.GET, "/actuator/health", null)).isEqualTo(401);
			assertThat(output).contains(WARNING + " [actuator]");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class NarrowServletChains {

		@Bean
		@Order(1)
		SecurityFilterChain partners(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http.securityMatcher("/partners/**"))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain actuator(HttpSecurity http) {
			return http.securityMatcher("/actuator/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneLevelServletChain {

		@Bean
		SecurityFilterChain oneLevel(HttpSecurity http) {
			return http.securityMatcher("/*")
				.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class GeneralServletChain {

		@Bean
		SecurityFilterChain general(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AllPathsServletChain {

		@Bean
		SecurityFilterChain allPaths(HttpSecurity http) {
			return http.securityMatcher("/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LocalServletChain {

		@Bean
		SecurityFilterChain local(HttpSecurity http) {
			return http.securityMatcher(new IpAddressMatcher("127.0.0.1"))
				.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingServletChain {

		@Bean
		SecurityFilterChain failing(HttpSecurity http) {
			return http.securityMatcher((request) -> request.getSession().isNew())
				.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NarrowReactiveChains {

		@Bean
		@Order(1)
		SecurityWebFilterChain partners(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/partners/**")))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain actuator(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/actuator/**"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().denyAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class GeneralReactiveChain {

		@Bean
		SecurityWebFilterChain general(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingReactiveChain {

		@Bean
		SecurityWebFilterChain failing(ServerHttpSecurity http) {
			return http.securityMatcher((exchange) -> Mono.error(new IllegalStateException("not a real request")))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().denyAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SilentReactiveChain {

		@Bean
		SecurityWebFilterChain silent(ServerHttpSecurity http) {
			return http.securityMatcher((exchange) -> Mono.never())
				.authorizeExchange((exchanges) -> exchanges.anyExchange().denyAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ActuatorServletChain {

		@Bean
		SecurityFilterChain actuator(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk
				.configure(http
					.securityMatcher(org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest
						.toAnyEndpoint()))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ActuatorReactiveChain {

		@Bean
		SecurityWebFilterChain actuator(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk
				.configure(http.securityMatcher(
						org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest
							.toAnyEndpoint()))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.build();
		}

	}

}
