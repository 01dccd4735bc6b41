package io.github.clerkspring.sample.quickstart;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;

/**
 * Access rules of the sample, and the origin of its front end.
 */
@Configuration(proxyBeanMethods = false)
@EnableReactiveMethodSecurity
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

	@Bean
	CorsConfigurationSource corsConfigurationSource() {
		CorsConfiguration cors = new CorsConfiguration();
		cors.addAllowedOrigin("http://localhost:3000");
		cors.addAllowedMethod(CorsConfiguration.ALL);
		cors.addAllowedHeader(HttpHeaders.AUTHORIZATION);
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", cors);
		return source;
	}

}
