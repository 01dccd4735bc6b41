package io.github.clerkspring.security.authorization;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.util.Assert;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.Entitlements;
import io.github.clerkspring.security.Reverification;

/**
 * Rules for requests, messages and methods as {@link AuthorizationManager}s.
 *
 * <pre class="code">
 * requests.requestMatchers("/invoices/**").access(ClerkAuthorization.permission("org:invoices:read"))
 * </pre>
 *
 * Access is denied without a Clerk session, except by the rules for tokens and scopes.
 */
public final class ClerkAuthorization {

	private ClerkAuthorization() {
	}

	/**
	 * Require a session that meets a requirement.
	 * @param requirement the requirement; not empty
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> has(ClerkRequirement requirement) {
		Assert.isTrue(requirement != null && !requirement.isEmpty(), "requirement must not be empty");
		return (authentication, object) -> ClerkAuthorizationResult.of(authentication.get(), requirement);
	}

	/**
	 * Require an active organization.
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> organization() {
		return has(ClerkRequirement.create().organization());
	}

	/**
	 * Require that the organization of the request is the active organization.
	 * @param organizationId extracts the id of the organization, {@code org_…}, from the
	 * protected object; access is denied without an id
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> organization(Function<? super T, @Nullable String> organizationId) {
		Assert.notNull(organizationId, "organizationId must not be null");
		return (authentication, object) -> OrganizationId.authorize(authentication.get(), organizationId.apply(object));
	}

	/**
	 * Require a role in the active organization.
	 * @param role the role, with or without {@code org:}; not blank
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> role(String role) {
		return has(ClerkRequirement.create().role(role));
	}

	/**
	 * Require a permission in the active organization. Clerk's system permissions,
	 * {@code org:sys_…}, are not part of tokens.
	 * @param permission the permission, with or without {@code org:}; not blank
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> permission(String permission) {
		return has(ClerkRequirement.create().permission(permission));
	}

	/**
	 * Require a feature.
	 * @param feature the feature, see {@link Entitlements#contains(String)}; not blank
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> feature(String feature) {
		return has(ClerkRequirement.create().feature(feature));
	}

	/**
	 * Require a plan.
	 * @param plan the plan, see {@link Entitlements#contains(String)}; not blank
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> plan(String plan) {
		return has(ClerkRequirement.create().plan(plan));
	}

	/**
	 * Require recently verified factors.
	 * @param reverification the factors and their maximum age
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> reverified(Reverification reverification) {
		return has(ClerkRequirement.create().reverification(reverification));
	}

	/**
	 * Require a session without pending tasks.
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> notPending() {
		return has(ClerkRequirement.create().notPending());
	}

	/**
	 * Require a session without an actor, which excludes impersonation.
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> notImpersonated() {
		return has(ClerkRequirement.create().notImpersonated());
	}

	/**
	 * Require a scope of a machine token. The response to other callers names the scope.
	 * @param scope the scope, compared exactly
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> scope(String scope) {
		Assert.isTrue(MachineRules.isScope(scope), "scope must be a scope of OAuth, without spaces and quotes");
		return (authentication, object) -> MachineRules.scope(authentication.get(), scope);
	}

	/**
	 * Require a token of one of several types. The response to tokens of other types is
	 * 401, since the rule throws
	 * {@link org.springframework.security.oauth2.server.resource.InvalidBearerTokenException}.
	 * Combine it by {@code all}, not as an alternative to other rules.
	 * @param types the accepted types; at least one
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> AuthorizationManager<T> acceptsTokens(ClerkTokenType... types) {
		Assert.notEmpty(types, "types must not be empty");
		Set<ClerkTokenType> accepted = Set.copyOf(Arrays.asList(types));
		return (authentication, object) -> MachineRules.acceptsTokens(authentication.get(), accepted);
	}

	/**
	 * Require that all rules grant access, including rules of Spring Security. A rule
	 * that makes no decision denies access. Reverification is requested only if no other
	 * rule denies access.
	 * @param managers the rules; at least one
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	@SafeVarargs
	public static <T> AuthorizationManager<T> all(AuthorizationManager<? super T>... managers) {
		List<AuthorizationManager<? super T>> all = List.of(managers);
		Assert.notEmpty(all, "managers must not be empty");
		return (authentication, object) -> AllResults
			.of(all.stream().map((manager) -> manager.authorize(authentication, object)).toList());
	}

}
