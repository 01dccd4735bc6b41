package io.github.clerkspring.security.reactive;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentOrganization;
import io.github.clerkspring.security.CurrentSession;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.security.attack.HttpScenarios;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ReactiveClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenVerifier;
import io.github.clerkspring.security.web.SessionTokenReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scenarios on the reactive stack.
 */
class ReactiveStackTests extends HttpScenarios {

	private ConfigurableApplicationContext context;

	@Override
	protected int start() {
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE)
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
	@EnableWebFluxSecurity
	@RestController
	static class Application {

		@Bean
		ReactiveClerkJwtDecoder decoder(SessionTokenVerifier verifier) {
			return new ReactiveClerkJwtDecoder(verifier);
		}

		@Bean
		ServerWebExchangeMatcher lenient() {
			return ServerLenientPaths.of(List.of("/public/**"));
		}

		@Bean
		ReactiveClerkAuthenticationManagerResolver clerk(ReactiveClerkJwtDecoder decoder,
				ClerkJwtAuthenticationConverter converter, AuthenticationEventPublisher publisher) {
			ReactiveClerkAuthenticationManagerResolver clerk = new ReactiveClerkAuthenticationManagerResolver(decoder,
					converter);
			clerk.setAuthenticationEventPublisher(publisher);
			return clerk;
		}

		@Bean
		ReactiveClerkResourceServer server(ReactiveClerkAuthenticationManagerResolver clerk, SessionTokenReader reader,
				ServerWebExchangeMatcher lenient) {
			return new ReactiveClerkResourceServer(clerk, new ServerClerkBearerTokenConverter(reader),
					new ServerClerkAuthenticationEntryPoint(), lenient);
		}

		@Bean
		@Order(-101)
		KeysUnavailableWebFilter unavailable() {
			return new KeysUnavailableWebFilter();
		}

		@Bean
		ClerkJwtAuthenticationConverter converter() {
			return new ClerkJwtAuthenticationConverter(ClerkAuthoritiesMapper.withDefaults());
		}

		@Bean
		@Order(1)
		SecurityWebFilterChain resolverChain(ServerHttpSecurity http,
				ReactiveClerkAuthenticationManagerResolver clerk) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/resolver/**"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(clerk))
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain decoderChain(ServerHttpSecurity http, ClerkJwtAuthenticationConverter converter) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/decoder/**"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt
					.jwtAuthenticationConverter(new ReactiveJwtAuthenticationConverterAdapter(converter))))
				.build();
		}

		@Bean
		@Order(3)
		SecurityWebFilterChain csrfChain(ServerHttpSecurity http, ReactiveClerkResourceServer server) {
			return server.configure(http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/csrf/**")))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.csrf(Customizer.withDefaults())
				.build();
		}

		@Bean
		@Order(4)
		SecurityWebFilterChain secondInstanceChain(ServerHttpSecurity http, SessionTokenVerifier secondVerifier,
				ClerkJwtAuthenticationConverter converter) {
			ReactiveClerkResourceServer second = new ReactiveClerkResourceServer(
					new ReactiveClerkAuthenticationManagerResolver(new ReactiveClerkJwtDecoder(secondVerifier),
							converter));
			return second.configure(http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/second/**")))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.build();
		}

		@Bean
		@Order(5)
		SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveClerkResourceServer server) {
			return server.configure(http)
				.authorizeExchange((exchanges) -> exchanges.pathMatchers("/public/me")
					.permitAll()
					.pathMatchers("/admin")
					.hasRole("org:admin")
					.pathMatchers("/invoices")
					.hasAuthority("org:invoices:create")
					.pathMatchers("/owner")
					.hasRole("org:owner")
					.anyExchange()
					.authenticated())
				.build();
		}

		@RequestMapping({ "/me", "/resolver/me", "/decoder/me", "/second/me", "/csrf/me", "/admin", "/invoices",
				"/owner", "/public/closed" })
		Mono<String> me(@CurrentUserId @Nullable String userId) {
			return Mono.justOrEmpty(userId);
		}

		@GetMapping("/public/me")
		Mono<String> open(@CurrentUserId @Nullable String userId, @CurrentSession @Nullable ClerkSession session) {
			assertThat(session == null).isEqualTo(userId == null);
			return Mono.just((userId != null) ? userId : "nobody");
		}

		@GetMapping("/session")
		Mono<String> session(@CurrentSession ClerkSession session,
				@CurrentOrganization ClerkSession.Organization organization) {
			return Mono.just(
					session.userId() + " " + session.sessionId() + " " + organization.id() + " " + organization.role());
		}

	}

}
