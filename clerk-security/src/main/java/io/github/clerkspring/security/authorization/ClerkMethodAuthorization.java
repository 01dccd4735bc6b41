package io.github.clerkspring.security.authorization;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.util.StringUtils;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.Reverification;

/**
 * Rules for expressions of method security. The annotations of this package call a bean
 * of this type with the name {@value #BEAN_NAME}; they also require a bean of type
 * {@link org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults}.
 * Expressions of an application can call it too:
 *
 * <pre class="code">
 * &#64;PreAuthorize("&#64;clerkAuthorization.organization(authentication, #organizationId)")
 * </pre>
 *
 * What is blank or otherwise impossible to require is denied.
 */
public final class ClerkMethodAuthorization {

	/**
	 * Name of the bean that the annotations call.
	 */
	public static final String BEAN_NAME = "clerkAuthorization";

	/**
	 * Require what a session must have.
	 * @param authentication the caller
	 * @param requirement the requirement
	 * @return whether the caller has a session that meets it
	 */
	public AuthorizationResult has(@Nullable Authentication authentication, ClerkRequirement requirement) {
		return ClerkAuthorizationResult.of(authentication, requirement);
	}

	/**
	 * Require an active organization.
	 * @param authentication the caller
	 * @return whether the caller has a session with an active organization
	 */
	public AuthorizationResult organization(@Nullable Authentication authentication) {
		return has(authentication, ClerkRequirement.create().organization());
	}

	/**
	 * Require that an organization is the active one.
	 * @param authentication the caller
	 * @param organizationId the id of the organization, {@code org_…}
	 * @return whether it is the active organization of the caller's session
	 */
	public AuthorizationResult organization(@Nullable Authentication authentication, @Nullable String organizationId) {
		return OrganizationId.authorize(authentication, organizationId);
	}

	/**
	 * Require a role in the active organization.
	 * @param authentication the caller
	 * @param role the role, with or without {@code org:}
	 * @return whether the caller has a session with this role
	 */
	public AuthorizationResult role(@Nullable Authentication authentication, @Nullable String role) {
		return StringUtils.hasText(role) ? has(authentication, ClerkRequirement.create().role(role))
				: ClerkAuthorizationResult.DENIED;
	}

	/**
	 * Require a permission in the active organization.
	 * @param authentication the caller
	 * @param permission the permission, with or without {@code org:}
	 * @return whether the caller has a session with this permission
	 */
	public AuthorizationResult permission(@Nullable Authentication authentication, @Nullable String permission) {
		return StringUtils.hasText(permission) ? has(authentication, ClerkRequirement.create().permission(permission))
				: ClerkAuthorizationResult.DENIED;
	}

	/**
	 * Require a feature.
	 * @param authentication the caller
	 * @param feature the feature, with or without a scope such as {@code org:}
	 * @return whether the caller has a session with this feature
	 */
	public AuthorizationResult feature(@Nullable Authentication authentication, @Nullable String feature) {
		return StringUtils.hasText(feature) ? has(authentication, ClerkRequirement.create().feature(feature))
				: ClerkAuthorizationResult.DENIED;
	}

	/**
	 * Require a plan.
	 * @param authentication the caller
	 * @param plan the plan, with or without a scope such as {@code org:}
	 * @return whether the caller has a session with this plan
	 */
	public AuthorizationResult plan(@Nullable Authentication authentication, @Nullable String plan) {
		return StringUtils.hasText(plan) ? has(authentication, ClerkRequirement.create().plan(plan))
				: ClerkAuthorizationResult.DENIED;
	}

	/**
	 * Require factors that were verified recently.
	 * @param authentication the caller
	 * @param level the factors that must have been verified
	 * @param afterMinutes the age in minutes at which a factor must be verified again
	 * @return whether the caller has a session with such factors
	 */
	public AuthorizationResult reverified(@Nullable Authentication authentication, Reverification.Level level,
			long afterMinutes) {
		return (afterMinutes > 0)
				? has(authentication, ClerkRequirement.create().reverification(new Reverification(level, afterMinutes)))
				: ClerkAuthorizationResult.DENIED;
	}

	/**
	 * Require a session whose user has no task left to do.
	 * @param authentication the caller
	 * @return whether the caller has such a session
	 */
	public AuthorizationResult notPending(@Nullable Authentication authentication) {
		return has(authentication, ClerkRequirement.create().notPending());
	}

	/**
	 * Require that nobody else acts as the user.
	 * @param authentication the caller
	 * @return whether the caller has such a session
	 */
	public AuthorizationResult notImpersonated(@Nullable Authentication authentication) {
		return has(authentication, ClerkRequirement.create().notImpersonated());
	}

}
