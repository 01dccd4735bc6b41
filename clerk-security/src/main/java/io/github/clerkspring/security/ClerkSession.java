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
 * A user's session, as its verified token tells it. It holds no token.
 *
 * @param userId id of the user, {@code user_…}
 * @param sessionId id of the session, {@code sess_…}
 * @param status state of the session
 * @param organization the active organization, or {@code null} if there is none
 * @param features features of the user and of the active organization
 * @param plans plans of the user and of the active organization
 * @param actor who acts as the user, or {@code null} if the user does
 * @param factorAges ages of the verified factors, or {@code null} if the token does not
 * tell
 * @param tasks keys of the tasks that the user has left to do, such as
 * {@code choose-organization}, where the token names them; Clerk's default token does not
 * @param expiresAt when the token expires
 * @param claims all claims of the token
 * @param authorities what the session is granted
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
	 * Return the same session with other authorities.
	 * @param authorities what the session is granted
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
	 * Return whether somebody else acts as the user.
	 * @return whether there is an actor
	 */
	public boolean isImpersonated() {
		return this.actor != null;
	}

	/**
	 * Return whether the user has a task left to do before being signed in. Applications
	 * see such sessions only if they accept them.
	 * @return whether the session is pending
	 */
	public boolean isPending() {
		return Status.PENDING.equals(this.status);
	}

	/**
	 * Return whether an organization is the active one.
	 * @param organizationId the id of the organization, compared exactly; never its slug
	 * @return whether it is; never for a blank id
	 */
	public boolean isInOrganization(@Nullable String organizationId) {
		return organizationId != null && !organizationId.isBlank() && this.organization != null
				&& organizationId.equals(this.organization.id());
	}

	/**
	 * Return whether the session has all that is required.
	 * @param requirement what is required
	 * @return whether it has all of it; never if nothing is required
	 */
	public boolean has(ClerkRequirement requirement) {
		return requirement.refuse(this) == null;
	}

	/**
	 * Return whether the user has a role in the active organization.
	 * @param role the role, with or without {@code org:}; case matters
	 * @return whether the user has it; never without an active organization, nor for a
	 * blank role
	 */
	public boolean hasRole(@Nullable String role) {
		String required = OrganizationPrefix.single(role);
		return required != null && this.organization != null
				&& required.equals(OrganizationPrefix.single(this.organization.role()));
	}

	/**
	 * Return whether the user has a permission in the active organization. Clerk's system
	 * permissions are not part of tokens.
	 * @param permission the permission, with or without {@code org:}; case matters
	 * @return whether the user has it; never without an active organization, nor for a
	 * blank permission
	 */
	public boolean hasPermission(@Nullable String permission) {
		String required = OrganizationPrefix.single(permission);
		return required != null && this.organization != null && this.organization.permissions().contains(required);
	}

	/**
	 * Return whether the user or the active organization has a feature.
	 * @param feature the feature, see {@link Entitlements#contains(String)}
	 * @return whether one of them has it; never for a blank feature
	 */
	public boolean hasFeature(@Nullable String feature) {
		return this.features.contains(feature);
	}

	/**
	 * Return whether the user or the active organization has a plan.
	 * @param plan the plan, see {@link Entitlements#contains(String)}
	 * @return whether one of them has it; never for a blank plan
	 */
	public boolean hasPlan(@Nullable String plan) {
		return this.plans.contains(plan);
	}

	/**
	 * Return whether the factors of this session were verified recently enough.
	 * @param reverification which factors, and how recently
	 * @return whether they are
	 */
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
	 * State of a session. Values that Clerk adds later are kept as they are.
	 *
	 * @param value Clerk's name of the state
	 */
	public record Status(String value) implements Serializable {

		/**
		 * The user is signed in.
		 */
		public static final Status ACTIVE = new Status("active");

		/**
		 * The user has a task to do before being signed in.
		 */
		public static final Status PENDING = new Status("pending");

	}

	/**
	 * The active organization of a session.
	 *
	 * @param id id of the organization, {@code org_…}
	 * @param slug short name of the organization, or {@code null} if it has none
	 * @param role the user's role in it, such as {@code org:admin}, or {@code null} if
	 * the token does not tell
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
	 * Somebody who acts as the user of a session.
	 *
	 * @param kind how the actor came to act as the user
	 * @param subject who that is, or {@code null} if the token does not tell
	 * @param claims all that the token says about the actor
	 */
	public record Actor(Kind kind, @Nullable String subject, Map<String, Object> claims) implements Serializable {

		/**
		 * How an actor comes to act as a user.
		 */
		public enum Kind {

			/**
			 * Somebody impersonates the user from Clerk's dashboard.
			 */
			DASHBOARD,

			/**
			 * Somebody uses an actor token that the application created.
			 */
			ACTOR_TOKEN,

			/**
			 * An agent acts on behalf of the user.
			 */
			AGENT

		}

	}

}
