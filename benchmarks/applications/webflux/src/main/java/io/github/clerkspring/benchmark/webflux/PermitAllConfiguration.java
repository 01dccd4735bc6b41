package io.github.clerkspring.benchmark.webflux;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * Spring Security without authentication.
 */
@Configuration(proxyBeanMethods = false)
@Profile("permit-all")
class PermitAllConfiguration {

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http) {
		return http.authorizeExchange((exchange) -> exchange.anyExchange().permitAll()).build();
	}

}
