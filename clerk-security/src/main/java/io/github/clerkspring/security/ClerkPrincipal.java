package io.github.clerkspring.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * Principal of a verified token of Clerk. The methods for requirements are {@code false}
 * for principals that cannot meet them, so that expressions can use them for principals
 * of all types: a machine has no role, and a session has no scope.
 */
public sealed interface ClerkPrincipal extends OAuth2AuthenticatedPrincipal permits ClerkSession, ClerkMachine {

	/**
	 * Return the type of the token.
	 * @return the type
	 */
	ClerkTokenType tokenType();

	/**
	 * Return whether the principal is used by an actor on behalf of a user.
	 * @return whether there is an actor
	 */
	boolean isImpersonated();

	/**
	 * Return whether an organization is the active organization of a session.
	 * @param organizationId the id of the organization
	 * @return whether the organization is active; {@code false} for a machine
	 */
	default boolean isInOrganization(@Nullable String organizationId) {
		return false;
	}

	/**
	 * Return whether a session meets a requirement.
	 * @param requirement the requirement
	 * @return whether all conditions are met; {@code false} for a machine
	 */
	default boolean has(ClerkRequirement requirement) {
		return false;
	}

	/**
	 * Return whether the user of a session has a role in the active organization.
	 * @param role the role
	 * @return whether the user has the role; {@code false} for a machine
	 */
	default boolean hasRole(@Nullable String role) {
		return false;
	}

	/**
	 * Return whether the user of a session has a permission in the active organization.
	 * @param permission the permission
	 * @return whether the user has the permission; {@code false} for a machine
	 */
	default boolean hasPermission(@Nullable String permission) {
		return false;
	}

	/**
	 * Return whether a session has a feature.
	 * @param feature the feature
	 * @return whether the user or the active organization has the feature; {@code false}
	 * for a machine
	 */
	default boolean hasFeature(@Nullable String feature) {
		return false;
	}

	/**
	 * Return whether a session has a plan.
	 * @param plan the plan
	 * @return whether the user or the active organization has the plan; {@code false} for
	 * a machine
	 */
	default boolean hasPlan(@Nullable String plan) {
		return false;
	}

	/**
	 * Return whether the factors of a session were verified recently enough.
	 * @param reverification the factors and their maximum age
	 * @return whether the requirement is met; {@code false} for a machine
	 */
	default boolean isVerified(Reverification reverification) {
		return false;
	}

	/**
	 * Return whether the token of a machine has a scope.
	 * @param scope the scope, compared exactly
	 * @return whether the scope was granted; {@code false} for a session
	 */
	default boolean hasScope(@Nullable String scope) {
		return false;
	}

}
