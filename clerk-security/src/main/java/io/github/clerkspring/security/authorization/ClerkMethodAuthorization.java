package io.github.clerkspring.security.authorization;

import java.util.Arrays;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.util.StringUtils;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.Reverification;

/**
 * Rules for expressions of method security. The annotations of this package call a bean
 * of this type with the name {@value #BEAN_NAME}; they also require a bean of type
 * {@link org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults}.
 * It can also be used in expressions of an application:
 *
 * <pre class="code">
 * &#64;PreAuthorize("&#64;clerkAuthorization.organization(authentication, #organizationId)")
 * </pre>
 *
 * Access is denied for blank and other invalid values.
 */
public final class ClerkMethodAuthorization {

	/**
	 * Name of the bean that the annotations call.
	 */
	public static final String BEAN_NAME = "clerkAuthorization";

	/**
	 * Require a session that meets a requirement.
	 * @param authentication the caller
	 * @param requirement the requirement
	 * @return whether the caller has a session that meets the requirement
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
	 * Require that an organization is the active organization.
	 * @param authentication the caller
	 * @param organizationId the id of the organization, {@code org_…}
	 * @return whether the organization is active in the caller's session
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
	 * Require recently verified factors.
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
	 * Require a session without pending tasks.
	 * @param authentication the caller
	 * @return whether the caller has such a session
	 */
	public AuthorizationResult notPending(@Nullable Authentication authentication) {
		return has(authentication, ClerkRequirement.create().notPending());
	}

	/**
	 * Require a session without an actor, which excludes impersonation.
	 * @param authentication the caller
	 * @return whether the caller has such a session
	 */
	public AuthorizationResult notImpersonated(@Nullable Authentication authentication) {
		return has(authentication, ClerkRequirement.create().notImpersonated());
	}

	/**
	 * Require a scope of a machine token.
	 * @param authentication the caller
	 * @param scope the scope, compared exactly
	 * @return whether the caller has a machine token with this scope
	 */
	public AuthorizationResult scope(@Nullable Authentication authentication, @Nullable String scope) {
		return (scope != null && MachineRules.isScope(scope)) ? MachineRules.scope(authentication, scope)
				: ClerkAuthorizationResult.DENIED;
	}

	/**
	 * Require a token of one of several types.
	 * @param authentication the caller
	 * @param types the accepted types
	 * @return whether the caller has such a token
	 * @throws org.springframework.security.oauth2.server.resource.InvalidBearerTokenException
	 * for a token of another type
	 */
	public AuthorizationResult acceptsTokens(@Nullable Authentication authentication, ClerkTokenType... types) {
		return MachineRules.acceptsTokens(authentication, Set.of(types));
	}

	/**
	 * Require that several rules grant access.
	 * @param results the results of the rules; at least one
	 * @return the denial of the highest precedence, or a grant if there is none
	 */
	public AuthorizationResult all(AuthorizationResult... results) {
		return (results.length > 0) ? AllResults.of(Arrays.asList(results)) : ClerkAuthorizationResult.DENIED;
	}

}
