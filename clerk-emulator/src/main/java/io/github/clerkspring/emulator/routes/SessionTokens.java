package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.token.TokenSigner;

/**
 * Makes the claims of session tokens from what the instance knows.
 */
public final class SessionTokens {

	/** How long tokens live, in seconds. */
	public static final long LIFETIME = 60;

	private static final long BACKDATING = 10;

	private final Emulation emulation;

	private final Sessions sessions;

	private final Memberships memberships;

	private final Roles roles;

	private final Billing billing;

	SessionTokens(Emulation emulation, Sessions sessions, Memberships memberships, Roles roles, Billing billing) {
		this.emulation = emulation;
		this.sessions = sessions;
		this.memberships = memberships;
		this.roles = roles;
		this.billing = billing;
	}

	/**
	 * What a token says about a user. A known user gets a session, or that of the given
	 * id; for an unknown one only ids are made.
	 * @param userId the id of the user
	 * @param sessionId the id of a session, or null for a new one
	 * @param organizationId the id of the active organization, or null
	 * @return the subject
	 */
	public SessionSubject subject(String userId, @Nullable String sessionId, @Nullable String organizationId) {
		Resource user = this.emulation.table(UserShapes.USER).find(userId);
		if (user == null) {
			String id = (sessionId != null) ? sessionId : this.emulation.ids().next("sess");
			return new SessionSubject(userId, id, "active", null, List.of(), organization(userId, organizationId));
		}
		Resource session = (sessionId != null) ? this.sessions.table().find(sessionId) : null;
		if (session == null && sessionId == null) {
			session = this.sessions.start(user, organizationId);
		}
		String id = (session != null) ? session.id() : String.valueOf(sessionId);
		String status = (session != null) ? session.required("status") : "active";
		Resource plan = this.billing.plan(userId);
		return new SessionSubject(userId, id, status, slug(plan), features(plan), organization(userId, organizationId));
	}

	/**
	 * The permissions of a role.
	 * @param role the key of the role
	 * @return their keys
	 */
	public List<String> permissions(String role) {
		return this.roles.permissions(role);
	}

	/**
	 * The usual claims.
	 * @param subject the holder
	 * @param version 1 or 2
	 * @param lifetime how long the token lives, in seconds
	 * @return the claims, to which others can be added
	 */
	public Map<String, Object> claims(SessionSubject subject, int version, long lifetime) {
		long now = this.emulation.now() / 1000;
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", this.emulation.settings().issuer());
		claims.put("sub", subject.userId());
		claims.put("sid", subject.sessionId());
		claims.put("iat", now);
		claims.put("nbf", now - BACKDATING);
		claims.put("exp", now + lifetime);
		claims.put("fva", List.of(0, -1));
		claims.putAll((version == 1) ? SessionClaims.version1(subject)
				: SessionClaims.version2(subject, this.emulation.ids().hex(20)));
		return claims;
	}

	/**
	 * A token for a session, as the Backend API gives it: version 2, without authorized
	 * party.
	 * @param session the session
	 * @param lifetime how long the token lives, in seconds
	 * @return the token
	 */
	String token(Resource session, long lifetime) {
		SessionSubject subject = subject(session.required("user_id"), session.id(),
				session.text("last_active_organization_id"));
		Map<String, Object> claims = claims(subject, 2, lifetime);
		if (session.get("actor") != null) {
			claims.put("act", session.object("actor"));
		}
		return this.emulation.signer().sign(TokenSigner.SESSION, claims);
	}

	private SessionSubject.@Nullable Organization organization(String userId, @Nullable String organizationId) {
		if (organizationId == null) {
			return null;
		}
		Resource organization = this.emulation.table(OrganizationShapes.ORGANIZATION).find(organizationId);
		Resource membership = this.memberships.find(organizationId, userId);
		Resource plan = (organization != null) ? this.billing.plan(organizationId) : null;
		String role = (membership != null) ? membership.required("role") : Roles.MEMBER;
		return new SessionSubject.Organization(organizationId,
				(organization != null) ? organization.text("slug") : null, role, this.roles.permissions(role),
				slug(plan), features(plan));
	}

	private static @Nullable String slug(@Nullable Resource plan) {
		return (plan != null) ? plan.text("slug") : null;
	}

	private static List<String> features(@Nullable Resource plan) {
		return (plan != null) ? plan.texts("features") : List.of();
	}

}
