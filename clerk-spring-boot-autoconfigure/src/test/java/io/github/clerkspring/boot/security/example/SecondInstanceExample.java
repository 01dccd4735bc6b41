package io.github.clerkspring.boot.security.example;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.servlet.ClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * Example of docs/sessions.md.
 */
@Configuration(proxyBeanMethods = false)
class SecondInstanceExample {

	@Bean
	@Order(1)
	SecurityFilterChain partners(HttpSecurity http, ClerkJwtAuthenticationConverter converter,
			@Value("${partners.issuer}") String issuer, @Value("${partners.jwks-uri}") URI keySet) {
		SessionTokenVerifier verifier = SessionTokenVerifier.builder(keySet, SessionTokenRules.forIssuer(issuer))
			.build();
		ClerkResourceServer partners = new ClerkResourceServer(
				new ClerkAuthenticationManagerResolver(new ClerkJwtDecoder(verifier), converter));
		return partners.configure(http.securityMatcher("/partners/**"))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.build();
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http).authorizeHttpRequests((requests) -> requests.anyRequest().authenticated()).build();
	}

}
