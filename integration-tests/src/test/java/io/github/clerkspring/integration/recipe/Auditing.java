package io.github.clerkspring.integration.recipe;

import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.AuditorAware;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.github.clerkspring.security.ClerkSession;

@Configuration(proxyBeanMethods = false)
class Auditing {

	@Bean
	AuditorAware<String> auditor() {
		return () -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
			.map(Authentication::getPrincipal)
			.filter(ClerkSession.class::isInstance)
			.map((principal) -> ((ClerkSession) principal).userId());
	}

}
