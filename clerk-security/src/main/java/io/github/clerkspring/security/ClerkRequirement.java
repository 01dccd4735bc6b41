package io.github.clerkspring.security;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.springframework.util.Assert;

/**
 * What a session must have. All that is required must be there; nothing that is added is
 * ever dropped or replaced. A requirement of nothing is never met.
 */
public final class ClerkRequirement {

	private final List<Predicate<ClerkSession>> conditions;

	private ClerkRequirement(List<Predicate<ClerkSession>> conditions) {
		this.conditions = conditions;
	}

	/**
	 * Create a requirement of nothing, to which conditions are added.
	 * @return an empty requirement
	 */
	public static ClerkRequirement create() {
		return new ClerkRequirement(List.of());
	}

	/**
	 * Require a role in the active organization.
	 * @param role the role, with or without {@code org:}; not blank
	 * @return a requirement that requires the role as well
	 */
	public ClerkRequirement role(String role) {
		Assert.hasText(role, "role must not be empty");
		return and((session) -> session.hasRole(role));
	}

	/**
	 * Require a permission in the active organization.
	 * @param permission the permission, with or without {@code org:}; not blank
	 * @return a requirement that requires the permission as well
	 */
	public ClerkRequirement permission(String permission) {
		Assert.hasText(permission, "permission must not be empty");
		return and((session) -> session.hasPermission(permission));
	}

	/**
	 * Require a feature.
	 * @param feature the feature, see {@link Entitlements#contains(String)}; not blank
	 * @return a requirement that requires the feature as well
	 */
	public ClerkRequirement feature(String feature) {
		Assert.hasText(feature, "feature must not be empty");
		return and((session) -> session.hasFeature(feature));
	}

	/**
	 * Require a plan.
	 * @param plan the plan, see {@link Entitlements#contains(String)}; not blank
	 * @return a requirement that requires the plan as well
	 */
	public ClerkRequirement plan(String plan) {
		Assert.hasText(plan, "plan must not be empty");
		return and((session) -> session.hasPlan(plan));
	}

	/**
	 * Require factors that were verified recently.
	 * @param reverification which factors, and how recently
	 * @return a requirement that requires these factors as well
	 */
	public ClerkRequirement reverification(Reverification reverification) {
		Assert.notNull(reverification, "reverification must not be null");
		return and((session) -> session.isVerified(reverification));
	}

	private ClerkRequirement and(Predicate<ClerkSession> condition) {
		List<Predicate<ClerkSession>> all = new ArrayList<>(this.conditions);
		all.add(condition);
		return new ClerkRequirement(List.copyOf(all));
	}

	boolean isMetBy(ClerkSession session) {
		return !this.conditions.isEmpty() && this.conditions.stream().allMatch((condition) -> condition.test(session));
	}

}
