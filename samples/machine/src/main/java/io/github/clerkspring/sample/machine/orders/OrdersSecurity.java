package io.github.clerkspring.sample.machine.orders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

/**
 * Type of token that each path accepts, and the scope of the OAuth access token.
 */
@Configuration(proxyBeanMethods = false)
class OrdersSecurity {

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http)
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/orders")
				.access(ClerkAuthorization.acceptsTokens(ClerkTokenType.M2M))
				.requestMatchers("/export")
				.access(ClerkAuthorization.acceptsTokens(ClerkTokenType.API_KEY))
				.requestMatchers("/invoices")
				.access(ClerkAuthorization.all(ClerkAuthorization.acceptsTokens(ClerkTokenType.OAUTH),
						ClerkAuthorization.scope("invoices:read")))
				.anyRequest()
				.denyAll())
			.build();
	}

}
