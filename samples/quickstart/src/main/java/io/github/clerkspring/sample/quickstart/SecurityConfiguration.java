package io.github.clerkspring.sample.quickstart;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.OAuth2ResourceServerSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * Who may do what.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, Customizer<OAuth2ResourceServerSpec> clerk) {
		return http
			.authorizeExchange((exchange) -> exchange.pathMatchers("/", "/actuator/**")
				.permitAll()
				.pathMatchers(HttpMethod.DELETE, "/organization/members/*")
				.hasRole("org:admin")
				.anyExchange()
				.authenticated())
			.oauth2ResourceServer(clerk)
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.build();
	}

}
