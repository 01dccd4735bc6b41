package io.github.clerkspring.boot.security.example;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerReactiveAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.session.ReactiveClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * Example of docs/sessions.md.
 */
@Configuration(proxyBeanMethods = false)
class ReactiveOtherIssuerExample {

	@Bean
	ReactiveJwtDecoder decoder(@Value("${other.jwks-uri}") String keySet) {
		return NimbusReactiveJwtDecoder.withJwkSetUri(keySet).build();
	}

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, SessionTokenVerifier verifier, SessionTokenRules rules,
			ReactiveJwtAuthenticationConverterAdapter converter, ReactiveJwtDecoder decoder,
			@Value("${other.issuer}") String issuer) {
		JwtReactiveAuthenticationManager clerk = new JwtReactiveAuthenticationManager(
				new ReactiveClerkJwtDecoder(verifier));
		clerk.setJwtAuthenticationConverter(converter);
		ReactiveAuthenticationManager other = new JwtReactiveAuthenticationManager(decoder);
		return new ReactiveClerkResourceServer(new JwtIssuerReactiveAuthenticationManagerResolver(
				(iss) -> Mono.justOrEmpty(rules.issuers().contains(iss) ? clerk : iss.equals(issuer) ? other : null)))
			.configure(http)
			.authorizeExchange((exchange) -> exchange.anyExchange().authenticated())
			.build();
	}

}
