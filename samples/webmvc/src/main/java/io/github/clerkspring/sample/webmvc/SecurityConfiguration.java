package io.github.clerkspring.sample.webmvc;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import io.github.clerkspring.security.servlet.ClerkResourceServer;

/**
 * Access rules of the sample, and the origin of its front end.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http)
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/", "/actuator/health/**", "/actuator/prometheus")
						.permitAll()
						.requestMatchers(HttpMethod.DELETE, "/organization/members/*")
						.hasRole("org:admin")
						.anyRequest()
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
