package io.github.clerkspring.boot.security.authorization;

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

import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.authorization.ReactiveClerkAuthorization;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.reactive.ServerOrganizationPath;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.servlet.OrganizationPath;

/**
 * Application with every {@link Rule} in every form, for both stacks.
 */
@Configuration(proxyBeanMethods = false)
@Import({ RulesController.class, FormsController.class })
class SecuredApplication {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@EnableMethodSecurity
	static class Servlet {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http).authorizeHttpRequests((requests) -> {
				for (Rule rule : Rule.values()) {
					requests.requestMatchers("/request" + rule.path())
						.access(ClerkAuthorization.has(rule.requirement()));
				}
				requests.requestMatchers("/organizations/{organizationId}/**")
					.access(OrganizationPath.variable("organizationId"));
				requests.requestMatchers("/misspelt/{organization}")
					.access(OrganizationPath.variable("organizationId"));
				requests.requestMatchers("/all")
					.access(ClerkAuthorization.all(ClerkAuthorization.role("org:admin"),
							ClerkAuthorization.has(Rule.STRICT.requirement())));
				requests.requestMatchers("/own").access(ClerkAuthorization.notImpersonated());
				requests.requestMatchers("/done").access(ClerkAuthorization.notPending());
				requests.anyRequest().authenticated();
			}).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@EnableReactiveMethodSecurity
	static class Reactive {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http).authorizeExchange((exchanges) -> {
				for (Rule rule : Rule.values()) {
					exchanges.pathMatchers("/request" + rule.path())
						.access(ReactiveClerkAuthorization.has(rule.requirement()));
				}
				exchanges.pathMatchers("/organizations/{organizationId}/**")
					.access(ServerOrganizationPath.variable("organizationId"));
				exchanges.pathMatchers("/misspelt/{organization}")
					.access(ServerOrganizationPath.variable("organizationId"));
				exchanges.pathMatchers("/all")
					.access(ReactiveClerkAuthorization.all(ReactiveClerkAuthorization.role("org:admin"),
							ReactiveClerkAuthorization.has(Rule.STRICT.requirement())));
				exchanges.pathMatchers("/own").access(ReactiveClerkAuthorization.notImpersonated());
				exchanges.pathMatchers("/done").access(ReactiveClerkAuthorization.notPending());
				exchanges.anyExchange().authenticated();
			}).build();
		}

	}

}
