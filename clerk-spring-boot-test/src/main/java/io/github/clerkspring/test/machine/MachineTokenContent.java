package io.github.clerkspring.test.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;

/**
 * Content of a machine token. What is not set is absent, and the token does not expire.
 *
 * @param <S> the type of this object
 */
public abstract class MachineTokenContent<S extends MachineTokenContent<S>> {

	private final ClerkTokenType tokenType;

	private final String subject;

	private final List<String> scopes = new ArrayList<>();

	private final List<String> audience = new ArrayList<>();

	private final Map<String, Object> claims = new LinkedHashMap<>();

	private String id;

	private @Nullable String organizationId;

	private @Nullable String clientId;

	private @Nullable String name;

	private @Nullable String actorId;

	/**
	 * Create the content of a token.
	 * @param tokenType the type of the token
	 * @param subject the id of the machine, user or organization that the token was
	 * issued to
	 */
	protected MachineTokenContent(ClerkTokenType tokenType, String subject) {
		List<String> prefixes = switch (tokenType) {
			case M2M -> List.of("mch_");
			case OAUTH -> List.of("user_");
			case API_KEY -> List.of("user_", "org_", "mch_");
			case SESSION -> throw new IllegalArgumentException("A session is not a machine, use a session instead");
		};
		Assert.isTrue(prefixes.stream().anyMatch(subject::startsWith), () -> "The subject of a token of type "
				+ tokenType.value() + " must begin with " + String.join(" or ", prefixes) + ", not '" + subject + "'");
		this.tokenType = tokenType;
		this.subject = subject;
		this.id = switch (tokenType) {
			case M2M -> "mt_test";
			case OAUTH -> "oat_test";
			default -> "ak_test";
		};
		if (subject.startsWith("org_")) {
			this.organizationId = subject;
		}
		if (tokenType == ClerkTokenType.OAUTH) {
			this.clientId = "client_test";
		}
	}

	/**
	 * Return this object with its own type.
	 * @return this object
	 */
	protected abstract S self();

	/**
	 * Set the id of the token. Defaults to {@code mt_test}, {@code oat_test} or
	 * {@code ak_test}.
	 * @param id the id
	 * @return this object
	 */
	public S id(String id) {
		this.id = id;
		return self();
	}

	/**
	 * Add scopes. The scopes of an M2M token are the ids of the machines that may accept
	 * it.
	 * @param scopes the scopes
	 * @return this object
	 */
	public S scopes(String... scopes) {
		this.scopes.addAll(List.of(scopes));
		return self();
	}

	/**
	 * Set the organization.
	 * @param organizationId the id of the organization
	 * @return this object
	 */
	public S organization(String organizationId) {
		Assert.isTrue(!this.subject.startsWith("org_"), "The organization is the subject of the token");
		this.organizationId = organizationId;
		return self();
	}

	/**
	 * Set the client id of the OAuth application. Defaults to {@code client_test} for
	 * OAuth access tokens.
	 * @param clientId the client id
	 * @return this object
	 */
	public S clientId(String clientId) {
		require(ClerkTokenType.OAUTH, "client id");
		this.clientId = clientId;
		return self();
	}

	/**
	 * Set the name of the API key.
	 * @param name the name
	 * @return this object
	 */
	public S name(String name) {
		require(ClerkTokenType.API_KEY, "name");
		this.name = name;
		return self();
	}

	/**
	 * Add audiences.
	 * @param audience the audiences
	 * @return this object
	 */
	public S audience(String... audience) {
		this.audience.addAll(List.of(audience));
		return self();
	}

	/**
	 * Set the actor of an OAuth access token.
	 * @param actorId the id of the actor
	 * @return this object
	 */
	public S actor(String actorId) {
		require(ClerkTokenType.OAUTH, "actor");
		this.actorId = actorId;
		return self();
	}

	/**
	 * Set a claim.
	 * @param name the name of the claim
	 * @param value the value
	 * @return this object
	 */
	public S claim(String name, Object value) {
		this.claims.put(name, value);
		return self();
	}

	private void require(ClerkTokenType type, String what) {
		Assert.isTrue(this.tokenType == type, () -> "A token of type " + this.tokenType.value() + " has no " + what);
	}

	/**
	 * Return the machine that the application would have created for a valid token.
	 * @return the machine, without authorities
	 */
	ClerkMachine machine() {
		return new ClerkMachine(this.tokenType, this.id, this.subject,
				(this.subject.startsWith("user_")) ? this.subject : null, this.organizationId, this.clientId, this.name,
				this.scopes, this.audience, (this.actorId != null) ? Map.of("sub", this.actorId) : Map.of(), null,
				Map.copyOf(this.claims), Set.of());
	}

}
