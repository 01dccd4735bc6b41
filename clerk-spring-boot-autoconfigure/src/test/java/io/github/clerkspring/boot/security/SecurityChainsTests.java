package io.github.clerkspring.boot.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.reactive.ReactiveClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.ReactiveClerkJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

/**
 * Which security chains and decoders an application has in the end.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecurityChainsTests {

	private static final String RESOURCE_SERVER = "spring.security.oauth2.resourceserver.";

	private static final String PRODUCTION = "clerk.publishable-key=pk_live_Y2xlcmsuZXhhbXBsZS5jb20k";

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "clerk.jwks.warm-up=false");

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "clerk.jwks.warm-up=false");

	@Test
	void withoutChainOfTheirOwnServletApplicationsHaveOurs() {
		this.servlet.run((context) -> {
			assertThat(context).getBeanNames(SecurityFilterChain.class).containsExactly("clerkSecurityFilterChain");
			assertThat(context.getBean(FilterChainProxy.class).getFilterChains()).hasSize(1);
			assertThat(context).getBean(JwtDecoder.class).isInstanceOf(ClerkJwtDecoder.class);
		});
	}

	@Test
	void withoutChainOfTheirOwnReactiveApplicationsHaveOurs() {
		this.reactive.run((context) -> {
			assertThat(context).getBeanNames(SecurityWebFilterChain.class)
				.containsExactly("clerkSecurityWebFilterChain");
			assertThat(context).getBean(ReactiveJwtDecoder.class).isInstanceOf(ReactiveClerkJwtDecoder.class);
		});
	}

	@Test
	void chainsOfServletApplicationsAreLeftAlone() {
		this.servlet.withUserConfiguration(ServletChains.class).run((context) -> {
			assertThat(context).getBeanNames(SecurityFilterChain.class)
				.containsExactlyInAnyOrder("everything", "resolver", "decoder");
			assertThat(context.getBean(FilterChainProxy.class).getFilterChains()).hasSize(3);
		});
	}

	@Test
	void chainsOfReactiveApplicationsAreLeftAlone() {
		this.reactive.withUserConfiguration(ReactiveChains.class)
			.run((context) -> assertThat(context).getBeanNames(SecurityWebFilterChain.class)
				.containsExactlyInAnyOrder("everything", "resolver", "decoder"));
	}

	@Test
	void decoderOfServletApplicationWins() {
		this.servlet.withBean("own", JwtDecoder.class, () -> (token) -> {
			throw new BadJwtException("");
		})
			.withPropertyValues(RESOURCE_SERVER + "jwt.audiences=api")
			.run((context) -> assertThat(context).hasNotFailed().getBeanNames(JwtDecoder.class).containsExactly("own"));
	}

	@Test
	void decoderOfReactiveApplicationWins() {
		this.reactive.withBean("own", ReactiveJwtDecoder.class, () -> (token) -> Mono.empty())
			.withPropertyValues(RESOURCE_SERVER + "jwt.audiences=api")
			.run((context) -> assertThat(context).hasNotFailed()
				.getBeanNames(ReactiveJwtDecoder.class)
				.containsExactly("own"));
	}

	@Test
	void warnsOnceOfProductionThatAcceptsEveryParty(CapturedOutput output) {
		this.servlet.withPropertyValues(PRODUCTION).run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut().split("'clerk.session.authorized-parties' is not set", -1)).hasSize(2);
	}

	@Test
	void doesNotWarnWhenPartiesAreSetOrInDevelopment(CapturedOutput output) {
		this.servlet.withPropertyValues(PRODUCTION, "clerk.session.authorized-parties=https://app.example.com")
			.run((context) -> assertThat(context).hasNotFailed());
		this.servlet.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("authorized-parties");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletChains {

		@Bean
		@Order(1)
		SecurityFilterChain everything(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http.securityMatcher("/everything/**"))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain resolver(HttpSecurity http, ClerkAuthenticationManagerResolver clerk) {
			return http.securityMatcher("/resolver/**")
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(clerk))
				.build();
		}

		@Bean
		@Order(3)
		SecurityFilterChain decoder(HttpSecurity http) {
			return http.oauth2ResourceServer((server) -> server.jwt(withDefaults())).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveChains {

		@Bean
		@Order(1)
		SecurityWebFilterChain everything(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/everything/**")))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain resolver(ServerHttpSecurity http, ReactiveClerkAuthenticationManagerResolver clerk) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/resolver/**"))
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(clerk))
				.build();
		}

		@Bean
		@Order(3)
		SecurityWebFilterChain decoder(ServerHttpSecurity http) {
			return http.oauth2ResourceServer((server) -> server.jwt(withDefaults())).build();
		}

	}

}
