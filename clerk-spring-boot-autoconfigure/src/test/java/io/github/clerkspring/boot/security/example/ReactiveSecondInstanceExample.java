package io.github.clerkspring.boot.security.example;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

import io.github.clerkspring.security.reactive.ReactiveClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ReactiveClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * Example of docs/sessions.md.
 */
@Configuration(proxyBeanMethods = false)
class ReactiveSecondInstanceExample {

	@Bean
	@Order(1)
	SecurityWebFilterChain partners(ServerHttpSecurity http, ClerkJwtAuthenticationConverter converter,
			@Value("${partners.issuer}") String issuer, @Value("${partners.jwks-uri}") URI keySet) {
		SessionTokenVerifier verifier = SessionTokenVerifier.builder(keySet, SessionTokenRules.forIssuer(issuer))
			.build();
		ReactiveClerkResourceServer partners = new ReactiveClerkResourceServer(
				new ReactiveClerkAuthenticationManagerResolver(new ReactiveClerkJwtDecoder(verifier), converter));
		return partners.configure(http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/partners/**")))
			.authorizeExchange((exchange) -> exchange.anyExchange().authenticated())
			.build();
	}

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
		return clerk.configure(http).authorizeExchange((exchange) -> exchange.anyExchange().authenticated()).build();
	}

}
