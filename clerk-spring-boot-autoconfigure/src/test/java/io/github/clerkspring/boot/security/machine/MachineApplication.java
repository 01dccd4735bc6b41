package io.github.clerkspring.boot.security.machine;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.authorization.ReactiveClerkAuthorization;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

/**
 * Application that accepts machine tokens, for both stacks.
 */
@Configuration(proxyBeanMethods = false)
@Import({ MachineController.class, OAuthController.class })
class MachineApplication {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@EnableMethodSecurity
	static class Servlet {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/public/**")
					.permitAll()
					.requestMatchers("/request/scope")
					.access(ClerkAuthorization.scope("invoices:read"))
					.requestMatchers("/request/authority")
					.hasAuthority("SCOPE_invoices:read")
					.requestMatchers("/request/types")
					.access(ClerkAuthorization.acceptsTokens(ClerkTokenType.M2M, ClerkTokenType.API_KEY))
					.requestMatchers("/request/both")
					.access(ClerkAuthorization.all(ClerkAuthorization.scope("invoices:read"),
							ClerkAuthorization.acceptsTokens(ClerkTokenType.OAUTH)))
					.requestMatchers("/request/users")
					.access(ClerkAuthorization.acceptsTokens(ClerkTokenType.SESSION))
					.requestMatchers("/request/role")
					.access(ClerkAuthorization.role("org:admin"))
					.anyRequest()
					.authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@EnableReactiveMethodSecurity
	static class Reactive {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange((exchanges) -> exchanges.pathMatchers("/public/**")
					.permitAll()
					.pathMatchers("/request/scope")
					.access(ReactiveClerkAuthorization.scope("invoices:read"))
					.pathMatchers("/request/authority")
					.hasAuthority("SCOPE_invoices:read")
					.pathMatchers("/request/types")
					.access(ReactiveClerkAuthorization.acceptsTokens(ClerkTokenType.M2M, ClerkTokenType.API_KEY))
					.pathMatchers("/request/both")
					.access(ReactiveClerkAuthorization.all(ReactiveClerkAuthorization.scope("invoices:read"),
							ReactiveClerkAuthorization.acceptsTokens(ClerkTokenType.OAUTH)))
					.pathMatchers("/request/users")
					.access(ReactiveClerkAuthorization.acceptsTokens(ClerkTokenType.SESSION))
					.pathMatchers("/request/role")
					.access(ReactiveClerkAuthorization.role("org:admin"))
					.anyExchange()
					.authenticated())
				.build();
		}

	}

}
