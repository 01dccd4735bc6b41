package io.github.clerkspring.security.authorization;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

import io.github.clerkspring.security.ClerkRequirement;

/**
 * Compares the organization of a request with the active organization.
 */
final class OrganizationId {

	private OrganizationId() {
	}

	static ClerkAuthorizationResult authorize(@Nullable Authentication authentication,
			@Nullable String organizationId) {
		return (organizationId == null || organizationId.isBlank()) ? ClerkAuthorizationResult.DENIED
				: ClerkAuthorizationResult.of(authentication, ClerkRequirement.create().organization(organizationId));
	}

}
