package io.github.clerkspring.boot.security.example;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.authorization.ReactiveClerkAuthorization;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.reactive.ServerOrganizationPath;

/**
 * Example of docs/authorization.md.
 */
@Configuration(proxyBeanMethods = false)
class ReactiveAuthorizationExample {

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
		return clerk.configure(http)
			.authorizeExchange((exchanges) -> exchanges.pathMatchers("/organizations/{organizationId}/**")
				.access(ServerOrganizationPath.variable("organizationId"))
				.pathMatchers("/invoices/**")
				.access(ReactiveClerkAuthorization.permission("org:invoices:read"))
				.pathMatchers("/payments/**")
				.access(ReactiveClerkAuthorization.all(ReactiveClerkAuthorization.role("org:admin"),
						ReactiveClerkAuthorization.reverified(Reverification.STRICT)))
				.pathMatchers("/password")
				.access(ReactiveClerkAuthorization.notImpersonated())
				.anyExchange()
				.authenticated())
			.build();
	}

}
