package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.sessions.SessionSubject;
import io.github.clerkspring.emulator.sessions.SessionTokens;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Makes a session token: a right one unless told otherwise.
 *
 * <pre class="code">
 * String token = emulator.sessionToken(userId).organization(organizationId).mint();
 * String expired = emulator.sessionToken(userId).expired().mint();
 * </pre>
 */
public final class SessionTokenBuilder extends SignedTokenBuilder<SessionTokenBuilder> {

	private final String userId;

	private int version = 2;

	private @Nullable String sessionId;

	private @Nullable String organizationId;

	private @Nullable String role;

	private @Nullable List<String> permissions;

	private boolean pending;

	SessionTokenBuilder(InProcess clerk, String userId) {
		super(clerk, "cat", TokenSigner.SESSION);
		this.userId = userId;
	}

	/**
	 * Writes claims of another version; 2 if nothing is said.
	 * @param version 1 or 2
	 * @return this builder
	 */
	public SessionTokenBuilder version(int version) {
		this.version = version;
		return this;
	}

	/**
	 * Takes a session that is there, instead of a new one.
	 * @param sessionId the id of the session
	 * @return this builder
	 */
	public SessionTokenBuilder session(String sessionId) {
		this.sessionId = sessionId;
		return this;
	}

	/**
	 * Makes an organization the active one, with role and permissions of the membership.
	 * @param organizationId the id of the organization
	 * @return this builder
	 */
	public SessionTokenBuilder organization(String organizationId) {
		this.organizationId = organizationId;
		return this;
	}

	/**
	 * Claims another role than that of the membership.
	 * @param role the key of the role, as {@code org:admin}
	 * @return this builder
	 */
	public SessionTokenBuilder role(String role) {
		this.role = role;
		return this;
	}

	/**
	 * Claims other permissions than those of the role.
	 * @param permissions their keys, as {@code org:invoices:read}
	 * @return this builder
	 */
	public SessionTokenBuilder permissions(String... permissions) {
		this.permissions = List.of(permissions);
		return this;
	}

	/**
	 * Names the origin of the browser request, which tokens of the Backend API do not
	 * have.
	 * @param origin the origin, as {@code https://app.example.com}
	 * @return this builder
	 */
	public SessionTokenBuilder authorizedParty(String origin) {
		return claim("azp", origin);
	}

	/**
	 * Tells when the two factors were verified.
	 * @param first minutes since the first factor, or -1
	 * @param second minutes since the second factor, or -1
	 * @return this builder
	 */
	public SessionTokenBuilder factorAges(int first, int second) {
		return claim("fva", List.of(first, second));
	}

	/**
	 * Tells that somebody acts in the place of the user.
	 * @param actor the actor, with {@code sub}
	 * @return this builder
	 */
	public SessionTokenBuilder actor(Map<String, ?> actor) {
		return claim("act", actor);
	}

	/**
	 * Says that the session still has tasks to do.
	 * @return this builder
	 */
	public SessionTokenBuilder pending() {
		this.pending = true;
		return this;
	}

	@Override
	String make(Transaction tx) {
		Long asked = lifetime();
		return sign(tx,
				SessionTokens.claims(tx, subject(tx), this.version, (asked != null) ? asked : SessionTokens.LIFETIME));
	}

	private SessionSubject subject(Transaction tx) {
		SessionSubject subject = SessionTokens.subject(tx, this.userId, this.sessionId, this.organizationId);
		SessionSubject.Organization organization = subject.organization();
		if (organization != null) {
			String role = (this.role != null) ? this.role : organization.role();
			List<String> permissions = (this.permissions != null) ? this.permissions
					: SessionTokens.permissions(tx, role);
			organization = new SessionSubject.Organization(organization.id(), organization.slug(), role, permissions,
					organization.plan(), organization.features());
		}
		return new SessionSubject(subject.userId(), subject.sessionId(), (this.pending) ? "pending" : subject.status(),
				subject.plan(), subject.features(), organization);
	}

}
