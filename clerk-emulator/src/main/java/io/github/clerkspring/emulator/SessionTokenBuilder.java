package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.routes.Emulation;
import io.github.clerkspring.emulator.routes.SessionSubject;
import io.github.clerkspring.emulator.routes.SessionTokens;
import io.github.clerkspring.emulator.token.TokenSigner;

/**
 * Makes a session token: a right one unless told otherwise.
 *
 * <pre class="code">
 * String token = emulator.sessionToken(userId).organization(organizationId).mint();
 * String expired = emulator.sessionToken(userId).expired().mint();
 * </pre>
 */
public final class SessionTokenBuilder {

	private final ApiDispatcher dispatcher;

	private final Emulation emulation;

	private final SessionTokens tokens;

	private final String userId;

	private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();

	private final Map<String, @Nullable Object> header = new LinkedHashMap<>();

	private int version = 2;

	private Duration lifetime = Duration.ofSeconds(SessionTokens.LIFETIME);

	private @Nullable String sessionId;

	private @Nullable String organizationId;

	private @Nullable String role;

	private @Nullable List<String> permissions;

	private boolean pending;

	private boolean stranger;

	SessionTokenBuilder(ApiDispatcher dispatcher, Emulation emulation, SessionTokens tokens, String userId) {
		this.dispatcher = dispatcher;
		this.emulation = emulation;
		this.tokens = tokens;
		this.userId = userId;
		this.header.put("cat", TokenSigner.SESSION);
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
	 * Lets the token live for another time than 60 seconds.
	 * @param lifetime how long
	 * @return this builder
	 */
	public SessionTokenBuilder expiresIn(Duration lifetime) {
		this.lifetime = lifetime;
		return this;
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

	/**
	 * Makes a token that expired a minute ago.
	 * @return this builder
	 */
	public SessionTokenBuilder expired() {
		return expiresIn(Duration.ofSeconds(-60));
	}

	/**
	 * Makes a token that is valid in an hour.
	 * @return this builder
	 */
	public SessionTokenBuilder notYetValid() {
		return claim("nbf", this.emulation.now() / 1000 + 3600);
	}

	/**
	 * Signs with a key that is not published, under the id of the present key.
	 * @return this builder
	 */
	public SessionTokenBuilder signedByStranger() {
		this.stranger = true;
		return this;
	}

	/**
	 * Sets a claim.
	 * @param name the name
	 * @param value text, number, boolean, list or map; null leaves the claim out
	 * @return this builder
	 */
	public SessionTokenBuilder claim(String name, @Nullable Object value) {
		this.claims.put(name, value);
		return this;
	}

	/**
	 * Sets a member of the header, as {@code kid}, {@code cat}, {@code typ} or
	 * {@code alg}. The signature is made with {@code alg}: RS256 to RS512, PS256 to
	 * PS512, HS256 to HS512 keyed with the public key, or none.
	 * @param name the name
	 * @param value the value; null leaves the member out
	 * @return this builder
	 */
	public SessionTokenBuilder header(String name, @Nullable Object value) {
		this.header.put(name, value);
		return this;
	}

	/**
	 * Makes the token.
	 * @return the compact form
	 */
	public String mint() {
		return this.dispatcher.exclusively(() -> {
			SessionSubject subject = subject();
			Map<String, @Nullable Object> all = new LinkedHashMap<>(
					this.tokens.claims(subject, this.version, this.lifetime.toSeconds()));
			all.putAll(this.claims);
			all.values().removeIf((value) -> value == null);
			return this.emulation.signer().sign(key(), this.header, all);
		});
	}

	private SessionSubject subject() {
		SessionSubject subject = this.tokens.subject(this.userId, this.sessionId, this.organizationId);
		SessionSubject.Organization organization = subject.organization();
		if (organization != null) {
			String role = (this.role != null) ? this.role : organization.role();
			List<String> permissions = (this.permissions != null) ? this.permissions : this.tokens.permissions(role);
			organization = new SessionSubject.Organization(organization.id(), organization.slug(), role, permissions,
					organization.plan(), organization.features());
		}
		return new SessionSubject(subject.userId(), subject.sessionId(), (this.pending) ? "pending" : subject.status(),
				subject.plan(), subject.features(), organization);
	}

	private RSAKey key() {
		RSAKey current = this.emulation.keys().current();
		if (!this.stranger) {
			return current;
		}
		return new RSAKey.Builder(this.emulation.keys().stranger()).keyID(current.getKeyID()).build();
	}

}
