package io.github.clerkspring.security;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Requirements of a session. A session must meet all conditions; no condition is dropped
 * or replaced. An empty requirement is never met.
 */
public final class ClerkRequirement {

	private static final Refusal INSUFFICIENT = new Refusal(Reason.INSUFFICIENT, null);

	private static final Refusal PENDING = new Refusal(Reason.PENDING, null);

	private final List<Condition> conditions;

	private ClerkRequirement(List<Condition> conditions) {
		this.conditions = conditions;
	}

	/**
	 * Create an empty requirement, to which conditions can be added.
	 * @return an empty requirement
	 */
	public static ClerkRequirement create() {
		return new ClerkRequirement(List.of());
	}

	/**
	 * Require an active organization.
	 * @return a requirement with this condition added
	 */
	public ClerkRequirement organization() {
		return and((session) -> session.organization() != null, INSUFFICIENT);
	}

	/**
	 * Require a specific active organization.
	 * @param organizationId the id of the organization, {@code org_…}, never its slug;
	 * not blank
	 * @return a requirement with this condition added
	 */
	public ClerkRequirement organization(String organizationId) {
		Assert.hasText(organizationId, "organizationId must not be empty");
		return and((session) -> session.isInOrganization(organizationId), INSUFFICIENT);
	}

	/**
	 * Require a role in the active organization.
	 * @param role the role, with or without {@code org:}; not blank
	 * @return a requirement with this condition added
	 */
	public ClerkRequirement role(String role) {
		Assert.hasText(role, "role must not be empty");
		return and((session) -> session.hasRole(role), INSUFFICIENT);
	}

	/**
	 * Require a permission in the active organization.
	 * @param permission the permission, with or without {@code org:}; not blank
	 * @return a requirement with this condition added
	 */
	public ClerkRequirement permission(String permission) {
		Assert.hasText(permission, "permission must not be empty");
		return and((session) -> session.hasPermission(permission), INSUFFICIENT);
	}

	/**
	 * Require a feature.
	 * @param feature the feature, see {@link Entitlements#contains(String)}; not blank
	 * @return a requirement with this condition added
	 */
	public ClerkRequirement feature(String feature) {
		Assert.hasText(feature, "feature must not be empty");
		return and((session) -> session.hasFeature(feature), INSUFFICIENT);
	}

	/**
	 * Require a plan.
	 * @param plan the plan, see {@link Entitlements#contains(String)}; not blank
	 * @return a requirement with this condition added
	 */
	public ClerkRequirement plan(String plan) {
		Assert.hasText(plan, "plan must not be empty");
		return and((session) -> session.hasPlan(plan), INSUFFICIENT);
	}

	/**
	 * Require recently verified factors.
	 * @param reverification the factors and their maximum age
	 * @return a requirement with this condition added
	 */
	public ClerkRequirement reverification(Reverification reverification) {
		Assert.notNull(reverification, "reverification must not be null");
		return and((session) -> session.isVerified(reverification), new Refusal(Reason.REVERIFICATION, reverification));
	}

	/**
	 * Require a session without pending tasks. This is relevant for applications that
	 * accept pending sessions.
	 * @return a requirement with this condition added
	 */
	public ClerkRequirement notPending() {
		return and((session) -> !session.isPending(), PENDING);
	}

	/**
	 * Require a session without an actor, which excludes impersonation.
	 * @return a requirement with this condition added
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
	 * Return whether this requirement is empty.
	 * @return whether there are no conditions
	 */
	public boolean isEmpty() {
		return this.conditions.isEmpty();
	}

	/**
	 * Return the reason for which a session does not meet this requirement. Of several
	 * reasons, a pending session has the highest precedence and reverification the
	 * lowest: the verification of a factor is requested only if all other conditions are
	 * met.
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
	 * Condition of a requirement.
	 *
	 * @param predicate whether a session meets the condition
	 * @param refusal the reason for the rejection of other sessions
	 */
	private record Condition(Predicate<ClerkSession> predicate, Refusal refusal) {

	}

	/**
	 * Reason for which a session does not meet a requirement.
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
	 * Kinds of reasons, in the order of precedence.
	 */
	public enum Reason {

		/**
		 * The session is pending: the user has to complete a task.
		 */
		PENDING,

		/**
		 * The session lacks a property that the user cannot provide, such as a role.
		 */
		INSUFFICIENT,

		/**
		 * Only reverification is missing: the user must verify a factor again.
		 */
		REVERIFICATION

	}

}
