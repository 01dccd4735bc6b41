package io.github.clerkspring.integration.recipe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

import io.github.clerkspring.security.FactorAges;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;

@Configuration(proxyBeanMethods = false)
class Factors {

	@Bean
	ClerkAuthoritiesMapper authoritiesMapper() {
		ClerkAuthoritiesMapper defaults = ClerkAuthoritiesMapper.withDefaults();
		return (session) -> {
			List<GrantedAuthority> authorities = new ArrayList<>(defaults.map(session));
			FactorAges ages = session.factorAges();
			if (ages != null && session.claims().get("iat") instanceof Instant issuedAt && ages.first() >= 0) {
				authorities.add(FactorGrantedAuthority.withFactor("FIRST")
					.issuedAt(issuedAt.minus(Duration.ofMinutes(ages.first())))
					.build());
			}
			return authorities;
		};
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http)
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/payments/**")
				.access(AllRequiredFactorsAuthorizationManager.builder()
					.requireFactor((factor) -> factor.authority("FACTOR_FIRST").validDuration(Duration.ofMinutes(10)))
					.build())
				.anyRequest()
				.authenticated())
			.addFilterAfter(new SessionLogFilter(), AuthorizationFilter.class)
			.build();
	}

}
