package io.github.clerkspring.sample.quickstart;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;

/**
 * Access rules of the sample.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
		return clerk.configure(http)
			.authorizeExchange((exchange) -> exchange.pathMatchers("/", "/actuator/health/**", "/actuator/prometheus")
				.permitAll()
				.pathMatchers(HttpMethod.DELETE, "/organization/members/*")
				.hasRole("org:admin")
				.anyExchange()
				.authenticated())
			.build();
	}

}
