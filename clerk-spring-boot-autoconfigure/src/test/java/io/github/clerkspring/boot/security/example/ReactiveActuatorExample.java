package io.github.clerkspring.boot.security.example;

import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;

/**
 * Example of docs/sessions.md.
 */
@Configuration(proxyBeanMethods = false)
class ReactiveActuatorExample {

	@Bean
	@Order(1)
	SecurityWebFilterChain actuator(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
		return clerk.configure(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
			.authorizeExchange((exchange) -> exchange.matchers(EndpointRequest.to("health"))
				.permitAll()
				.anyExchange()
				.hasRole("org:operator"))
			.build();
	}

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
		return clerk.configure(http).authorizeExchange((exchange) -> exchange.anyExchange().authenticated()).build();
	}

}
