package io.github.clerkspring.sample.quickstart;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;

/**
 * Who may do what.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
		return http
			.authorizeExchange((exchange) -> exchange.pathMatchers("/", "/actuator/**")
				.permitAll()
				.pathMatchers(HttpMethod.DELETE, "/organization/members/*")
				.hasRole("org:admin")
				.anyExchange()
				.authenticated())
			.oauth2ResourceServer(clerk::configure)
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.build();
	}

}
