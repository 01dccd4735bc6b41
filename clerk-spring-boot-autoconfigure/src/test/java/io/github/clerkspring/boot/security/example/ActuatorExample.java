package io.github.clerkspring.boot.security.example;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.servlet.ClerkResourceServer;

/**
 * Example of docs/sessions.md.
 */
@Configuration(proxyBeanMethods = false)
class ActuatorExample {

	@Bean
	@Order(1)
	SecurityFilterChain actuator(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(EndpointRequest.to("health"))
				.permitAll()
				.anyRequest()
				.hasRole("org:operator"))
			.build();
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http).authorizeHttpRequests((requests) -> requests.anyRequest().authenticated()).build();
	}

}
