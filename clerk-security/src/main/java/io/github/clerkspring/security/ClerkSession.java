package io.github.clerkspring.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.util.Assert;

/**
 * Session of a user, from the claims of its verified token. It does not contain the
 * token.
 *
 * @param userId id of the user, {@code user_…}
 * @param sessionId id of the session, {@code sess_…}
 * @param status state of the session
 * @param organization the active organization, or {@code null} if there is none
 * @param features features of the user and of the active organization
 * @param plans plans of the user and of the active organization
 * @param actor the actor who impersonates the user, or {@code null} without impersonation
 * @param factorAges ages of the verified factors, or {@code null} if the token does not
 * contain it
 * @param tasks keys of the pending tasks, such as {@code choose-organization}, if the
 * token contains them; Clerk's default token does not
 * @param expiresAt expiration time of the token
 * @param claims all claims of the token
 * @param authorities granted authorities
 */
public record ClerkSession(String userId, String sessionId, Status status, @Nullable Organization organization,
		Entitlements features, Entitlements plans, @Nullable Actor actor, @Nullable FactorAges factorAges,
		List<String> tasks, Instant expiresAt, Map<String, Object> claims,
		Set<GrantedAuthority> authorities) implements ClerkPrincipal, Serializable {

	public ClerkSession {
		Assert.hasText(userId, "userId must not be empty");
		Assert.hasText(sessionId, "sessionId must not be empty");
		tasks = List.copyOf(tasks);
		authorities = Set.copyOf(authorities);
	}

	/**
	 * Return a copy of this session with other authorities.
	 * @param authorities granted authorities
	 * @return a session
	 */
	public ClerkSession withAuthorities(Collection<? extends GrantedAuthority> authorities) {
		return new ClerkSession(this.userId, this.sessionId, this.status, this.organization, this.features, this.plans,
				this.actor, this.factorAges, this.tasks, this.expiresAt, this.claims, Set.copyOf(authorities));
	}

	@Override
	public ClerkTokenType tokenType() {
		return ClerkTokenType.SESSION;
	}

	@Override
	public String getName() {
		return this.userId;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.claims;
	}

	@Override
	public Set<GrantedAuthority> getAuthorities() {
		return this.authorities;
	}

	/**
	 * Return whether the session is used by an actor on behalf of the user.
	 * @return whether the session has an actor
	 */
	@Override
	public boolean isImpersonated() {
		return this.actor != null;
	}

	/**
	 * Return whether the user has to complete a task before being signed in. Such
	 * sessions are rejected unless the application accepts them.
	 * @return whether the session is pending
	 */
	public boolean isPending() {
		return Status.PENDING.equals(this.status);
	}

	/**
	 * Return whether an organization is the active organization.
	 * @param organizationId the id of the organization, compared exactly; never its slug
	 * @return whether the organization is active; {@code false} for a blank id
	 */
	@Override
	public boolean isInOrganization(@Nullable String organizationId) {
		return organizationId != null && !organizationId.isBlank() && this.organization != null
				&& organizationId.equals(this.organization.id());
	}

	/**
	 * Return whether the session meets a requirement.
	 * @param requirement the requirement
	 * @return whether all conditions are met; {@code false} for an empty requirement
	 */
	@Override
	public boolean has(ClerkRequirement requirement) {
		return requirement.refuse(this) == null;
	}

	/**
	 * Return whether the user has a role in the active organization.
	 * @param role the role, with or without {@code org:}, case-sensitive
	 * @return whether the user has the role; {@code false} without an active organization
	 * and for a blank role
	 */
	@Override
	public boolean hasRole(@Nullable String role) {
		String required = OrganizationPrefix.single(role);
		return required != null && this.organization != null
				&& required.equals(OrganizationPrefix.single(this.organization.role()));
	}

	/**
	 * Return whether the user has a permission in the active organization. Clerk's system
	 * permissions are not part of tokens.
	 * @param permission the permission, with or without {@code org:}, case-sensitive
	 * @return whether the user has the permission; {@code false} without an active
	 * organization and for a blank permission
	 */
	@Override
	public boolean hasPermission(@Nullable String permission) {
		String required = OrganizationPrefix.single(permission);
		return required != null && this.organization != null && this.organization.permissions().contains(required);
	}

	/**
	 * Return whether the user or the active organization has a feature.
	 * @param feature the feature, see {@link Entitlements#contains(String)}
	 * @return whether one of them has the feature; {@code false} for a blank feature
	 */
	@Override
	public boolean hasFeature(@Nullable String feature) {
		return this.features.contains(feature);
	}

	/**
	 * Return whether the user or the active organization has a plan.
	 * @param plan the plan, see {@link Entitlements#contains(String)}
	 * @return whether one of them has the plan; {@code false} for a blank plan
	 */
	@Override
	public boolean hasPlan(@Nullable String plan) {
		return this.plans.contains(plan);
	}

	/**
	 * Return whether the factors of this session were verified recently enough.
	 * @param reverification the factors and their maximum age
	 * @return whether the requirement is met
	 */
	@Override
	public boolean isVerified(Reverification reverification) {
		return reverification.isMetBy(this.factorAges);
	}

	@Override
	public String toString() {
		return "ClerkSession[userId=" + this.userId + ", sessionId=" + this.sessionId + ", status="
				+ this.status.value() + ", organization="
				+ ((this.organization != null) ? this.organization.id() : "none")
				+ ((this.actor != null) ? ", actor=" + this.actor.subject() : "") + "]";
	}

	/**
	 * State of a session. Unknown values are preserved.
	 *
	 * @param value Clerk's name of the state
	 */
	public record Status(String value) implements Serializable {

		/**
		 * The user is signed in.
		 */
		public static final Status ACTIVE = new Status("active");

		/**
		 * The user has to complete a task before being signed in.
		 */
		public static final Status PENDING = new Status("pending");

	}

	/**
	 * The active organization of a session.
	 *
	 * @param id id of the organization, {@code org_…}
	 * @param slug short name of the organization, or {@code null} if it has none
	 * @param role the user's role in it, such as {@code org:admin}, or {@code null} if
	 * the token does not contain it
	 * @param permissions the user's permissions in it, such as
	 * {@code org:invoices:create}
	 */
	public record Organization(String id, @Nullable String slug, @Nullable String role,
			Set<String> permissions) implements Serializable {

		public Organization {
			permissions = Set.copyOf(permissions);
		}

	}

	/**
	 * Actor who impersonates the user of a session.
	 *
	 * @param kind the kind of impersonation
	 * @param subject the id of the actor, or {@code null} if the token does not contain
	 * it
	 * @param claims all claims about the actor
	 */
	public record Actor(Kind kind, @Nullable String subject, Map<String, Object> claims) implements Serializable {

		/**
		 * Kinds of impersonation.
		 */
		public enum Kind {

			/**
			 * Impersonation from Clerk's dashboard.
			 */
			DASHBOARD,

			/**
			 * Impersonation with an actor token created by the application.
			 */
			ACTOR_TOKEN,

			/**
			 * Use by an agent on behalf of the user.
			 */
			AGENT

		}

	}

}
