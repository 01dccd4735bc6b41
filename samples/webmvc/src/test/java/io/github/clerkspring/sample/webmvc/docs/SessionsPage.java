package io.github.clerkspring.sample.webmvc.docs;

import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.servlet.ClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.RemoteKeySource;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * The example of docs/sessions.md for servlet MVC.
 */
class SessionsPage {

	@Bean
	SecurityFilterChain partners(HttpSecurity http, ClerkJwtAuthenticationConverter converter) {
		var key = ClerkPublishableKey.valueOf("pk_live_…");
		var verifier = SessionTokenVerifier
			.builder(RemoteKeySource.frontendApi(key).build(), SessionTokenRules.forIssuer(key.issuer()))
			.build();
		var partners = new ClerkAuthenticationManagerResolver(new ClerkJwtDecoder(verifier), converter,
				(request) -> false);
		return http.securityMatcher("/partners/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.oauth2ResourceServer((server) -> server.authenticationManagerResolver(partners))
			.build();
	}

}
