package io.github.clerkspring.security.servlet;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentOrganization;
import io.github.clerkspring.security.CurrentSession;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.security.attack.HttpScenarios;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenVerifier;
import io.github.clerkspring.security.web.SessionTokenReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scenarios on the servlet stack.
 */
class ServletStackTests extends HttpScenarios {

	private ConfigurableApplicationContext context;

	@Override
	protected int start() {
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.initializers((context) -> {
				context.getBeanFactory().registerSingleton("verifier", verifier());
				context.getBeanFactory().registerSingleton("secondVerifier", secondVerifier());
				context.getBeanFactory().registerSingleton("reader", reader());
				context.addApplicationListener(this.events);
			})
			.properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "server.max-http-request-header-size",
					"400KB", "spring.main.banner-mode", "off", "logging.level.root", "WARN"))
			.run();
		return ((WebServerApplicationContext) this.context).getWebServer().getPort();
	}

	@Override
	protected void stop() {
		this.context.close();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@Bean
		ClerkJwtDecoder decoder(SessionTokenVerifier verifier) {
			return new ClerkJwtDecoder(verifier);
		}

		@Bean
		RequestMatcher lenient() {
			return LenientPaths.of(List.of("/public/**"), PathPatternRequestMatcher.withDefaults());
		}

		@Bean
		ClerkBearerTokenResolver resolver(SessionTokenReader reader) {
			return new ClerkBearerTokenResolver(reader);
		}

		@Bean
		ClerkResourceServer server(ClerkAuthenticationManagerResolver clerk, ClerkBearerTokenResolver resolver,
				RequestMatcher lenient) {
			return new ClerkResourceServer(clerk, resolver, new ClerkAuthenticationEntryPoint(), lenient);
		}

		@Bean
		ClerkAuthenticationManagerResolver clerk(ClerkJwtDecoder decoder, ClerkJwtAuthenticationConverter converter,
				AuthenticationEventPublisher publisher) {
			ClerkAuthenticationManagerResolver clerk = new ClerkAuthenticationManagerResolver(decoder, converter);
			clerk.setAuthenticationEventPublisher(publisher);
			return clerk;
		}

		@Bean
		FilterRegistrationBean<KeysUnavailableFilter> unavailable() {
			FilterRegistrationBean<KeysUnavailableFilter> filter = new FilterRegistrationBean<>(
					new KeysUnavailableFilter());
			filter.setOrder(-101);
			return filter;
		}

		@Bean
		ClerkJwtAuthenticationConverter converter() {
			return new ClerkJwtAuthenticationConverter(ClerkAuthoritiesMapper.withDefaults());
		}

		@Bean
		JwtAuthenticationConverter decoderConverter(ClerkJwtAuthenticationConverter converter) {
			return converter.asJwtAuthenticationConverter();
		}

		@Bean
		@Order(1)
		SecurityFilterChain resolverChain(HttpSecurity http, ClerkAuthenticationManagerResolver clerk) {
			return http.securityMatcher("/resolver/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(clerk))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain decoderChain(HttpSecurity http) {
			return http.securityMatcher("/decoder/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

		@Bean
		@Order(3)
		SecurityFilterChain csrfChain(HttpSecurity http, ClerkResourceServer server) {
			return server.configure(http.securityMatcher("/csrf/**"))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.csrf(Customizer.withDefaults())
				.build();
		}

		@Bean
		@Order(4)
		SecurityFilterChain secondInstanceChain(HttpSecurity http, SessionTokenVerifier secondVerifier,
				ClerkJwtAuthenticationConverter converter) {
			ClerkResourceServer second = new ClerkResourceServer(
					new ClerkAuthenticationManagerResolver(new ClerkJwtDecoder(secondVerifier), converter));
			return second.configure(http.securityMatcher("/second/**"))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

		@Bean
		@Order(5)
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer server) {
			return server.configure(http)
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/public/me")
					.permitAll()
					.requestMatchers("/admin")
					.hasRole("org:admin")
					.requestMatchers("/invoices")
					.hasAuthority("org:invoices:create")
					.requestMatchers("/owner")
					.hasRole("org:owner")
					.anyRequest()
					.authenticated())
				.build();
		}

		@RequestMapping({ "/me", "/resolver/me", "/decoder/me", "/second/me", "/csrf/me", "/admin", "/invoices",
				"/owner", "/public/closed" })
		@Nullable String me(@CurrentUserId @Nullable String userId) {
			return userId;
		}

		@GetMapping("/public/me")
		String open(@CurrentUserId @Nullable String userId, @CurrentSession @Nullable ClerkSession session) {
			assertThat(session == null).isEqualTo(userId == null);
			return (userId != null) ? userId : "nobody";
		}

		@GetMapping("/session")
		String session(@CurrentSession ClerkSession session,
				@CurrentOrganization ClerkSession.Organization organization) {
			return session.userId() + " " + session.sessionId() + " " + organization.id() + " " + organization.role();
		}

	}

}
