package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;

/**
 * Mints a session token, a valid one unless an option makes it invalid.
 *
 * <pre class="code">
 * String token = emulator.sessionToken(userId).organization(organizationId).mint();
 * String expired = emulator.sessionToken(userId).expired().mint();
 * </pre>
 */
public final class SessionTokenBuilder extends SignedTokenBuilder<SessionTokenBuilder> {

	SessionTokenBuilder(EmulatorEngine engine, String userId) {
		super(engine, TokenKind.SESSION);
		set(TokenOption.USER_ID, userId);
	}

	/**
	 * Sets the version of the claims, 2 by default.
	 * @param version 1 or 2
	 * @return this builder
	 */
	public SessionTokenBuilder version(int version) {
		return set(TokenOption.VERSION, version);
	}

	/**
	 * Uses an existing session instead of a new one.
	 * @param sessionId the id of the session
	 * @return this builder
	 */
	public SessionTokenBuilder session(String sessionId) {
		return set(TokenOption.SESSION_ID, sessionId);
	}

	/**
	 * Sets the active organization, with role and permissions of the membership.
	 * @param organizationId the id of the organization
	 * @return this builder
	 */
	public SessionTokenBuilder organization(String organizationId) {
		return set(TokenOption.ORGANIZATION_ID, organizationId);
	}

	/**
	 * Sets the role, in place of the role of the membership.
	 * @param role the key of the role, such as {@code org:admin}
	 * @return this builder
	 */
	public SessionTokenBuilder role(String role) {
		return set(TokenOption.ROLE, role);
	}

	/**
	 * Sets the permissions, in place of the permissions of the role.
	 * @param permissions their keys, such as {@code org:invoices:read}
	 * @return this builder
	 */
	public SessionTokenBuilder permissions(String... permissions) {
		return set(TokenOption.PERMISSIONS, List.of(permissions));
	}

	/**
	 * Sets the origin of the browser request, which tokens of the Backend API do not
	 * have.
	 * @param origin the origin, such as {@code https://app.example.com}
	 * @return this builder
	 */
	public SessionTokenBuilder authorizedParty(String origin) {
		return set(TokenOption.AUTHORIZED_PARTY, origin);
	}

	/**
	 * Sets the times since the two factors were verified.
	 * @param first minutes since the first factor, or -1
	 * @param second minutes since the second factor, or -1
	 * @return this builder
	 */
	public SessionTokenBuilder factorAges(int first, int second) {
		return set(TokenOption.FIRST_FACTOR_AGE, first).set(TokenOption.SECOND_FACTOR_AGE, second);
	}

	/**
	 * Sets the actor, who impersonates the user.
	 * @param actor the actor, with {@code sub}
	 * @return this builder
	 */
	public SessionTokenBuilder actor(Map<String, ?> actor) {
		return set(TokenOption.ACTOR, actor);
	}

	/**
	 * Sets the status of the session to pending.
	 * @return this builder
	 */
	public SessionTokenBuilder pending() {
		return set(TokenOption.PENDING, true);
	}

}
