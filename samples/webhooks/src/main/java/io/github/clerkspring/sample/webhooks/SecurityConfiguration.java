package io.github.clerkspring.sample.webhooks;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

/**
 * Access rules of the sample.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

	private final Set<String> operators;

	SecurityConfiguration(@Value("${sample.operators}") Set<String> operators) {
		this.operators = operators;
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http)
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives("default-src 'self'")))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/", "/index.html", "/comparison.css", "/comparison.js", "/icon.svg", "/sign-in")
				.permitAll()
				.requestMatchers("/comparison")
				.access((authentication, context) -> new AuthorizationDecision(isOperator(authentication.get())))
				.requestMatchers(HttpMethod.DELETE, "/organization/members/*")
				.hasRole("org:admin")
				.anyRequest()
				.authenticated())
			.build();
	}

	private boolean isOperator(@Nullable Authentication authentication) {
		return authentication != null && authentication.getPrincipal() instanceof ClerkSession session
				&& this.operators.contains(session.userId());
	}

}
