package io.github.clerkspring.security.authorization;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.util.Assert;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.Entitlements;
import io.github.clerkspring.security.Reverification;

/**
 * Rules for requests and methods as {@link ReactiveAuthorizationManager}s.
 *
 * <pre class="code">
 * exchanges.pathMatchers("/invoices/**").access(ReactiveClerkAuthorization.permission("org:invoices:read"))
 * </pre>
 *
 * Access is denied without a Clerk session, except by the rules for tokens and scopes. A
 * denial whose response is not a plain 403, such as missing reverification, is signalled
 * as {@link AuthorizationDeniedException}, because Spring Security does not propagate the
 * results of reactive rules.
 */
public final class ReactiveClerkAuthorization {

	private ReactiveClerkAuthorization() {
	}

	/**
	 * Require a session that meets a requirement.
	 * @param requirement the requirement; not empty
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> has(ClerkRequirement requirement) {
		Assert.isTrue(requirement != null && !requirement.isEmpty(), "requirement must not be empty");
		return (authentication, object) -> authorize(authentication,
				(caller) -> ClerkAuthorizationResult.of(caller, requirement));
	}

	/**
	 * Require an active organization.
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> organization() {
		return has(ClerkRequirement.create().organization());
	}

	/**
	 * Require that the organization of the request is the active organization.
	 * @param organizationId extracts the id of the organization, {@code org_…}, from the
	 * protected object; access is denied without an id
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> organization(
			Function<? super T, @Nullable String> organizationId) {
		Assert.notNull(organizationId, "organizationId must not be null");
		return (authentication, object) -> authorize(authentication,
				(caller) -> OrganizationId.authorize(caller, organizationId.apply(object)));
	}

	/**
	 * Require a role in the active organization.
	 * @param role the role, with or without {@code org:}; not blank
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> role(String role) {
		return has(ClerkRequirement.create().role(role));
	}

	/**
	 * Require a permission in the active organization. Clerk's system permissions,
	 * {@code org:sys_…}, are not part of tokens.
	 * @param permission the permission, with or without {@code org:}; not blank
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> permission(String permission) {
		return has(ClerkRequirement.create().permission(permission));
	}

	/**
	 * Require a feature.
	 * @param feature the feature, see {@link Entitlements#contains(String)}; not blank
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> feature(String feature) {
		return has(ClerkRequirement.create().feature(feature));
	}

	/**
	 * Require a plan.
	 * @param plan the plan, see {@link Entitlements#contains(String)}; not blank
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> plan(String plan) {
		return has(ClerkRequirement.create().plan(plan));
	}

	/**
	 * Require recently verified factors.
	 * @param reverification the factors and their maximum age
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> reverified(Reverification reverification) {
		return has(ClerkRequirement.create().reverification(reverification));
	}

	/**
	 * Require a session without pending tasks.
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> notPending() {
		return has(ClerkRequirement.create().notPending());
	}

	/**
	 * Require a session without an actor, which excludes impersonation.
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> notImpersonated() {
		return has(ClerkRequirement.create().notImpersonated());
	}

	/**
	 * Require a scope of a machine token. The response to other callers names the scope.
	 * @param scope the scope, compared exactly
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> scope(String scope) {
		Assert.isTrue(MachineRules.isScope(scope), "scope must be a scope of OAuth, without spaces and quotes");
		return (authentication, object) -> authorize(authentication, (caller) -> MachineRules.scope(caller, scope));
	}

	/**
	 * Require a token of one of several types. The response to tokens of other types is
	 * 401, since the rule signals
	 * {@link org.springframework.security.oauth2.server.resource.InvalidBearerTokenException}.
	 * Combine it by {@code all}, not as an alternative to other rules.
	 * @param types the accepted types; at least one
	 * @param <T> the type of the protected object
	 * @return a rule
	 */
	public static <T> ReactiveAuthorizationManager<T> acceptsTokens(ClerkTokenType... types) {
		Assert.notEmpty(types, "types must not be empty");
		Set<ClerkTokenType> accepted = Set.copyOf(Arrays.asList(types));
		return (authentication, object) -> authorize(authentication,
				(caller) -> MachineRules.acceptsTokens(caller, accepted));
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
	public static <T> ReactiveAuthorizationManager<T> all(ReactiveAuthorizationManager<? super T>... managers) {
		List<ReactiveAuthorizationManager<? super T>> all = List.of(managers);
		Assert.notEmpty(all, "managers must not be empty");
		return (authentication, object) -> Flux.fromIterable(all)
			.concatMap((manager) -> result(manager.authorize(authentication, object)))
			.collectList()
			.map(AllResults::of)
			.flatMap(ReactiveClerkAuthorization::signal);
	}

	private static Mono<AuthorizationResult> result(Mono<AuthorizationResult> result) {
		return result
			.onErrorResume(AuthorizationDeniedException.class, (denied) -> Mono.just(denied.getAuthorizationResult()))
			.defaultIfEmpty(ClerkAuthorizationResult.DENIED);
	}

	private static Mono<AuthorizationResult> authorize(Mono<Authentication> authentication,
			Function<Authentication, ClerkAuthorizationResult> rule) {
		return authentication.map(rule)
			.defaultIfEmpty(ClerkAuthorizationResult.DENIED)
			.flatMap(ReactiveClerkAuthorization::signal);
	}

	private static Mono<AuthorizationResult> signal(AuthorizationResult result) {
		return (result instanceof ClerkAuthorizationResult own && own.hasResponse())
				? Mono.error(() -> new AuthorizationDeniedException("Access Denied", result)) : Mono.just(result);
	}

}
