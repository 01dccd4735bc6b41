package io.github.clerkspring.boot.security.example;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Service;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.authorization.RequiresPermission;
import io.github.clerkspring.security.authorization.RequiresReverification;
import io.github.clerkspring.security.authorization.RequiresRole;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.servlet.OrganizationPath;

/**
 * Example of docs/authorization.md.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AuthorizationExample {

	@Bean
	SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
		return clerk.configure(http)
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/organizations/{organizationId}/**")
				.access(OrganizationPath.variable("organizationId"))
				.requestMatchers("/invoices/**")
				.access(ClerkAuthorization.permission("org:invoices:read"))
				.requestMatchers("/payments/**")
				.access(ClerkAuthorization.all(ClerkAuthorization.role("org:admin"),
						ClerkAuthorization.reverified(Reverification.STRICT)))
				.requestMatchers("/password")
				.access(ClerkAuthorization.notImpersonated())
				.anyRequest()
				.authenticated())
			.build();
	}

	@Bean
	ClerkRequirement payment() {
		return ClerkRequirement.create().role("org:admin").reverification(Reverification.STRICT);
	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresRole("org:admin")
	@interface AdminOnly {

	}

	@Service
	static class Invoices {

		@RequiresPermission("org:invoices:create")
		String create() {
			return "created";
		}

		@RequiresReverification(afterMinutes = 60)
		String pay() {
			return "paid";
		}

		@AdminOnly
		String delete() {
			return "deleted";
		}

		@PreAuthorize("@clerkAuthorization.has(authentication, @payment)")
		String refund() {
			return "refunded";
		}

		@PreAuthorize("@clerkAuthorization.organization(authentication, #organizationId)")
		String list(String organizationId) {
			return "listed";
		}

		@PreAuthorize("principal.hasRole('org:admin') or principal.hasFeature('org:export')")
		String export() {
			return "exported";
		}

	}

}
