package io.github.clerkspring.sample.webmvc;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may do what.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http,
			Customizer<OAuth2ResourceServerConfigurer<HttpSecurity>> clerk) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/", "/actuator/**")
				.permitAll()
				.requestMatchers(HttpMethod.DELETE, "/organization/members/*")
				.hasRole("org:admin")
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer(clerk)
			.build();
	}

}
