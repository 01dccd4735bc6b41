package io.github.clerkspring.emulator.sessions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.billing.Billing;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.organizations.Memberships;
import io.github.clerkspring.emulator.organizations.OrganizationShapes;
import io.github.clerkspring.emulator.roles.Roles;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Creates the claims of session tokens from the resources of the instance.
 */
public final class SessionTokens {

	/** How long tokens live, in seconds. */
	public static final long LIFETIME = 60;

	private static final long BACKDATING = 10;

	private SessionTokens() {
	}

	/**
	 * Creates the subject of a token. For an existing user, the session is created or
	 * found by its id; for an unknown user, only ids are generated.
	 * @param tx the transaction
	 * @param userId the id of the user
	 * @param sessionId the id of a session, or null for a new one
	 * @param organizationId the id of the active organization, or null
	 * @return the subject
	 */
	public static SessionSubject subject(Transaction tx, String userId, @Nullable String sessionId,
			@Nullable String organizationId) {
		Resource user = tx.table(UserShapes.USER).find(userId);
		if (user == null) {
			String id = (sessionId != null) ? sessionId : tx.ids().next("sess");
			return new SessionSubject(userId, id, "active", null, List.of(), organization(tx, userId, organizationId));
		}
		Resource session = (sessionId != null) ? Sessions.table(tx).find(sessionId) : null;
		if (session == null && sessionId == null) {
			session = Sessions.start(tx, user, organizationId);
		}
		String id = (session != null) ? session.id() : String.valueOf(sessionId);
		String status = (session != null) ? session.required("status") : "active";
		Resource plan = Billing.plan(tx, userId);
		return new SessionSubject(userId, id, status, slug(plan), features(plan),
				organization(tx, userId, organizationId));
	}

	/**
	 * The permissions of a role.
	 * @param tx the transaction
	 * @param role the key of the role
	 * @return their keys
	 */
	public static List<String> permissions(Transaction tx, String role) {
		return Roles.permissions(tx, role);
	}

	/**
	 * The usual claims.
	 * @param tx the transaction
	 * @param subject the holder
	 * @param version 1 or 2
	 * @param lifetime how long the token lives, in seconds
	 * @return the claims, to which others can be added
	 */
	public static Map<String, Object> claims(Transaction tx, SessionSubject subject, int version, long lifetime) {
		long now = tx.now() / 1000;
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", Settings.of(tx).issuer());
		claims.put("sub", subject.userId());
		claims.put("sid", subject.sessionId());
		claims.put("iat", now);
		claims.put("nbf", now - BACKDATING);
		claims.put("exp", now + lifetime);
		claims.put("fva", List.of(0, -1));
		claims.putAll(
				(version == 1) ? SessionClaims.version1(subject) : SessionClaims.version2(subject, tx.ids().hex(20)));
		return claims;
	}

	/**
	 * Creates a token of version 2 for a session.
	 * @param tx the transaction
	 * @param session the session
	 * @param lifetime the lifetime in seconds
	 * @param authorizedParty the origin of the request, or null without a browser
	 * @return the token
	 */
	static String token(Transaction tx, Resource session, long lifetime, @Nullable String authorizedParty) {
		SessionSubject subject = subject(tx, session.required("user_id"), session.id(),
				session.text("last_active_organization_id"));
		Map<String, Object> claims = claims(tx, subject, 2, lifetime);
		if (session.get("actor") != null) {
			claims.put("act", session.object("actor"));
		}
		if (authorizedParty != null) {
			claims.put("azp", authorizedParty);
		}
		return TokenSigner.of(tx).sign(TokenSigner.SESSION, claims);
	}

	private static SessionSubject.@Nullable Organization organization(Transaction tx, String userId,
			@Nullable String organizationId) {
		if (organizationId == null) {
			return null;
		}
		Resource organization = tx.table(OrganizationShapes.ORGANIZATION).find(organizationId);
		Resource membership = Memberships.find(tx, organizationId, userId);
		Resource plan = (organization != null) ? Billing.plan(tx, organizationId) : null;
		String role = (membership != null) ? membership.required("role") : Roles.MEMBER;
		return new SessionSubject.Organization(organizationId,
				(organization != null) ? organization.text("slug") : null, role, Roles.permissions(tx, role),
				slug(plan), features(plan));
	}

	private static @Nullable String slug(@Nullable Resource plan) {
		return (plan != null) ? plan.text("slug") : null;
	}

	private static List<String> features(@Nullable Resource plan) {
		return (plan != null) ? plan.texts("features") : List.of();
	}

}
