package io.github.clerkspring.sample.mcp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

/**
 * Scope that requests to the MCP server require.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http)
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/mcp")
				.access(ClerkAuthorization.scope("profile"))
				.anyRequest()
				.denyAll())
			.build();
	}

}
