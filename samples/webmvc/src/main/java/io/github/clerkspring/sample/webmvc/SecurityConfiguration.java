package io.github.clerkspring.sample.webmvc;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.servlet.ClerkResourceServer;

/**
 * Access rules of the sample.
 */
@Configuration(proxyBeanMethods = false)
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

}
