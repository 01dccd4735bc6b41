package com.example;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
		return clerk.configure(http)
			.authorizeExchange((exchange) -> exchange.pathMatchers("/actuator/health")
				.permitAll()
				.pathMatchers("/admin/**")
				.hasRole("org:admin")
				.anyExchange()
				.authenticated())
			.build();
	}

}
