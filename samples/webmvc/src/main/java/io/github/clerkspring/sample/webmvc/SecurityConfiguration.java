package io.github.clerkspring.sample.webmvc;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.servlet.ClerkResourceServer;

/**
 * Who may do what.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/", "/actuator/**")
				.permitAll()
				.requestMatchers(HttpMethod.DELETE, "/organization/members/*")
				.hasRole("org:admin")
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer(clerk::configure)
			.csrf((csrf) -> csrf.disable())
			.build();
	}

}
