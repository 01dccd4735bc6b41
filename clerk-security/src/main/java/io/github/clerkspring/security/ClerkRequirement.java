package io.github.clerkspring.security;

import org.jspecify.annotations.Nullable;

/**
 * What a session must have; all that is asked for must be there. A requirement that asks
 * for nothing is met by nobody.
 */
public final class ClerkRequirement {

	private final @Nullable String role;

	private final @Nullable String permission;

	private final @Nullable String feature;

	private final @Nullable String plan;

	private final @Nullable Reverification reverification;

	private ClerkRequirement(@Nullable String role, @Nullable String permission, @Nullable String feature,
			@Nullable String plan, @Nullable Reverification reverification) {
		this.role = role;
		this.permission = permission;
		this.feature = feature;
		this.plan = plan;
		this.reverification = reverification;
	}

	/**
	 * Begin with a requirement that asks for nothing yet.
	 * @return an empty requirement
	 */
	public static ClerkRequirement create() {
		return new ClerkRequirement(null, null, null, null, null);
	}

	/**
	 * Ask for a role in the active organization.
	 * @param role the role, with or without {@code org:}
	 * @return a requirement that asks for the role as well
	 */
	public ClerkRequirement role(String role) {
		return new ClerkRequirement(role, this.permission, this.feature, this.plan, this.reverification);
	}

	/**
	 * Ask for a permission in the active organization.
	 * @param permission the permission, with or without {@code org:}
	 * @return a requirement that asks for the permission as well
	 */
	public ClerkRequirement permission(String permission) {
		return new ClerkRequirement(this.role, permission, this.feature, this.plan, this.reverification);
	}

	/**
	 * Ask for a feature.
	 * @param feature the feature, see {@link Entitlements#contains(String)}
	 * @return a requirement that asks for the feature as well
	 */
	public ClerkRequirement feature(String feature) {
		return new ClerkRequirement(this.role, this.permission, feature, this.plan, this.reverification);
	}

	/**
	 * Ask for a plan.
	 * @param plan the plan, see {@link Entitlements#contains(String)}
	 * @return a requirement that asks for the plan as well
	 */
	public ClerkRequirement plan(String plan) {
		return new ClerkRequirement(this.role, this.permission, this.feature, plan, this.reverification);
	}

	/**
	 * Ask for fresh factors.
	 * @param reverification which factors, and how fresh
	 * @return a requirement that asks for fresh factors as well
	 */
	public ClerkRequirement reverification(Reverification reverification) {
		return new ClerkRequirement(this.role, this.permission, this.feature, this.plan, reverification);
	}

	boolean isMetBy(ClerkSession session) {
		return !isEmpty() && (this.role == null || session.hasRole(this.role))
				&& (this.permission == null || session.hasPermission(this.permission))
				&& (this.feature == null || session.hasFeature(this.feature))
				&& (this.plan == null || session.hasPlan(this.plan))
				&& (this.reverification == null || session.isVerified(this.reverification));
	}

	private boolean isEmpty() {
		return this.role == null && this.permission == null && this.feature == null && this.plan == null
				&& this.reverification == null;
	}

}
