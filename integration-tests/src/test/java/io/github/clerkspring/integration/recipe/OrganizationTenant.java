package io.github.clerkspring.integration.recipe;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.github.clerkspring.security.ClerkSession;

class OrganizationTenant implements CurrentTenantIdentifierResolver<String> {

	@Override
	public String resolveCurrentTenantIdentifier() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof ClerkSession session
				&& session.organization() != null) {
			return session.organization().id();
		}
		throw new AccessDeniedException("There is no active organization");
	}

	@Override
	public boolean validateExistingCurrentSessions() {
		return true;
	}

}
