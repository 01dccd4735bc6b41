package io.github.clerkspring.security;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * What a session must have. All that is required must be there; nothing that is added is
 * ever dropped or replaced. A requirement of nothing is never met.
 */
public final class ClerkRequirement {

	private static final Refusal INSUFFICIENT = new Refusal(Reason.INSUFFICIENT, null);

	private static final Refusal PENDING = new Refusal(Reason.PENDING, null);

	private final List<Condition> conditions;

	private ClerkRequirement(List<Condition> conditions) {
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
	 * Require an active organization.
	 * @return a requirement that requires an active organization as well
	 */
	public ClerkRequirement organization() {
		return and((session) -> session.organization() != null, INSUFFICIENT);
	}

	/**
	 * Require that a certain organization is the active one.
	 * @param organizationId the id of the organization, {@code org_…}, never its slug;
	 * not blank
	 * @return a requirement that requires this organization as well
	 */
	public ClerkRequirement organization(String organizationId) {
		Assert.hasText(organizationId, "organizationId must not be empty");
		return and((session) -> session.isInOrganization(organizationId), INSUFFICIENT);
	}

	/**
	 * Require a role in the active organization.
	 * @param role the role, with or without {@code org:}; not blank
	 * @return a requirement that requires the role as well
	 */
	public ClerkRequirement role(String role) {
		Assert.hasText(role, "role must not be empty");
		return and((session) -> session.hasRole(role), INSUFFICIENT);
	}

	/**
	 * Require a permission in the active organization.
	 * @param permission the permission, with or without {@code org:}; not blank
	 * @return a requirement that requires the permission as well
	 */
	public ClerkRequirement permission(String permission) {
		Assert.hasText(permission, "permission must not be empty");
		return and((session) -> session.hasPermission(permission), INSUFFICIENT);
	}

	/**
	 * Require a feature.
	 * @param feature the feature, see {@link Entitlements#contains(String)}; not blank
	 * @return a requirement that requires the feature as well
	 */
	public ClerkRequirement feature(String feature) {
		Assert.hasText(feature, "feature must not be empty");
		return and((session) -> session.hasFeature(feature), INSUFFICIENT);
	}

	/**
	 * Require a plan.
	 * @param plan the plan, see {@link Entitlements#contains(String)}; not blank
	 * @return a requirement that requires the plan as well
	 */
	public ClerkRequirement plan(String plan) {
		Assert.hasText(plan, "plan must not be empty");
		return and((session) -> session.hasPlan(plan), INSUFFICIENT);
	}

	/**
	 * Require factors that were verified recently.
	 * @param reverification which factors, and how recently
	 * @return a requirement that requires these factors as well
	 */
	public ClerkRequirement reverification(Reverification reverification) {
		Assert.notNull(reverification, "reverification must not be null");
		return and((session) -> session.isVerified(reverification), new Refusal(Reason.REVERIFICATION, reverification));
	}

	/**
	 * Require a session whose user has no task left to do. It matters to applications
	 * that accept pending sessions.
	 * @return a requirement that requires this as well
	 */
	public ClerkRequirement notPending() {
		return and((session) -> !session.isPending(), PENDING);
	}

	/**
	 * Require that nobody else acts as the user.
	 * @return a requirement that requires this as well
	 */
	public ClerkRequirement notImpersonated() {
		return and((session) -> !session.isImpersonated(), INSUFFICIENT);
	}

	private ClerkRequirement and(Predicate<ClerkSession> predicate, Refusal refusal) {
		List<Condition> all = new ArrayList<>(this.conditions);
		all.add(new Condition(predicate, refusal));
		return new ClerkRequirement(List.copyOf(all));
	}

	/**
	 * Return whether nothing is required.
	 * @return whether this has no conditions
	 */
	public boolean isEmpty() {
		return this.conditions.isEmpty();
	}

	/**
	 * Return why a session does not meet this requirement. If it lacks several things, a
	 * pending session comes first and reverification last: a user is asked to verify a
	 * factor only if nothing else is missing.
	 * @param session the session
	 * @return the reason, or {@code null} if the session meets this requirement
	 */
	public @Nullable Refusal refuse(ClerkSession session) {
		if (isEmpty()) {
			return INSUFFICIENT;
		}
		Refusal first = null;
		for (Condition condition : this.conditions) {
			if (!condition.predicate().test(session) && condition.refusal().isBefore(first)) {
				first = condition.refusal();
			}
		}
		return first;
	}

	/**
	 * One of the things that are required.
	 *
	 * @param predicate whether a session has it
	 * @param refusal why a session without it is refused
	 */
	private record Condition(Predicate<ClerkSession> predicate, Refusal refusal) {

	}

	/**
	 * Why a session does not meet a requirement.
	 *
	 * @param reason the reason
	 * @param reverification the reverification that is missing, or {@code null} for other
	 * reasons
	 */
	public record Refusal(Reason reason, @Nullable Reverification reverification) implements Serializable {

		public Refusal {
			Assert.isTrue((reason == Reason.REVERIFICATION) == (reverification != null),
					"reverification belongs to its own reason");
		}

		boolean isBefore(@Nullable Refusal other) {
			return other == null || this.reason.compareTo(other.reason) < 0;
		}

	}

	/**
	 * Kinds of reasons, the most important first.
	 */
	public enum Reason {

		/**
		 * The user has a task left to do.
		 */
		PENDING,

		/**
		 * The session lacks what the user cannot provide now, such as a role.
		 */
		INSUFFICIENT,

		/**
		 * The user must verify a factor again, nothing else is missing.
		 */
		REVERIFICATION

	}

}
