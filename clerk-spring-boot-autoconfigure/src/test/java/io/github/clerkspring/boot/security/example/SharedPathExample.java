package io.github.clerkspring.boot.security.example;

import java.net.URI;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * Example of docs/authorization.md.
 */
@Configuration(proxyBeanMethods = false)
class SharedPathExample {

	@Bean
	SecurityFilterChain security(HttpSecurity http, JwtDecoder own, ClerkJwtAuthenticationConverter converter,
			@Value("${own.issuer}") String ownIssuer, @Value("${partners.issuer}") String partnersIssuer,
			@Value("${partners.jwks-uri}") URI partnersKeySet) {
		SessionTokenVerifier partners = SessionTokenVerifier
			.builder(partnersKeySet, SessionTokenRules.forIssuer(partnersIssuer))
			.build();
		Map<String, AuthenticationManager> instances = Map.of(ownIssuer, manager(own, converter), partnersIssuer,
				manager(new ClerkJwtDecoder(partners), converter));
		return new ClerkResourceServer(new JwtIssuerAuthenticationManagerResolver(instances::get)).configure(http)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.build();
	}

	private static AuthenticationManager manager(JwtDecoder decoder, ClerkJwtAuthenticationConverter converter) {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
		provider.setJwtAuthenticationConverter(converter);
		return new ProviderManager(provider);
	}

}
