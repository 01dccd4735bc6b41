package io.github.clerkspring.boot.security.example;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.web.SecurityFilterChain;

import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * Example of docs/sessions.md.
 */
@Configuration(proxyBeanMethods = false)
class OtherIssuerExample {

	@Bean
	JwtDecoder decoder(@Value("${other.jwks-uri}") String keySet) {
		return NimbusJwtDecoder.withJwkSetUri(keySet).build();
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, SessionTokenVerifier verifier, SessionTokenRules rules,
			ClerkAuthoritiesMapper authoritiesMapper, JwtDecoder decoder, @Value("${other.issuer}") String issuer) {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(new ClerkJwtDecoder(verifier));
		provider.setJwtAuthenticationConverter(new ClerkJwtAuthenticationConverter(authoritiesMapper));
		AuthenticationManager clerk = new ProviderManager(provider);
		AuthenticationManager other = new ProviderManager(new JwtAuthenticationProvider(decoder));
		return new ClerkResourceServer(new JwtIssuerAuthenticationManagerResolver(
				(iss) -> rules.issuers().contains(iss) ? clerk : iss.equals(issuer) ? other : null))
			.configure(http)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.build();
	}

}
