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
 * Caller with a verified machine token: a machine, an OAuth application that acts for a
 * user, or the holder of an API key. It does not contain the token.
 *
 * @param tokenType the type of the token, not {@link ClerkTokenType#SESSION}
 * @param id id of the token, {@code mt_…}, {@code oat_…} or {@code ak_…}
 * @param subject id of the machine, user or organization that the token was issued to
 * @param userId id of the user, or {@code null} if the token does not act for a user
 * @param organizationId id of the organization, or {@code null} if there is none
 * @param clientId client id of the OAuth application, or {@code null} for other tokens
 * @param name name of the API key, or {@code null} for other tokens
 * @param scopes scopes; for a token of a machine the ids of the machines that may accept
 * it
 * @param audience audience of the token, empty if it has none
 * @param actor the {@code act} claim of an OAuth access token, a chain of actors; empty
 * if there is none
 * @param expiresAt expiration time, or {@code null} if the token does not expire
 * @param claims all claims of the token
 * @param authorities granted authorities
 */
public record ClerkMachine(ClerkTokenType tokenType, String id, String subject, @Nullable String userId,
		@Nullable String organizationId, @Nullable String clientId, @Nullable String name, List<String> scopes,
		List<String> audience, Map<String, Object> actor, @Nullable Instant expiresAt, Map<String, Object> claims,
		Set<GrantedAuthority> authorities) implements ClerkPrincipal, Serializable {

	public ClerkMachine {
		Assert.isTrue(tokenType != ClerkTokenType.SESSION, "tokenType must not be SESSION");
		Assert.hasText(id, "id must not be empty");
		Assert.hasText(subject, "subject must not be empty");
		scopes = List.copyOf(scopes);
		audience = List.copyOf(audience);
		authorities = Set.copyOf(authorities);
	}

	/**
	 * Return a copy with other authorities.
	 * @param authorities granted authorities
	 * @return a machine
	 */
	public ClerkMachine withAuthorities(Collection<? extends GrantedAuthority> authorities) {
		return new ClerkMachine(this.tokenType, this.id, this.subject, this.userId, this.organizationId, this.clientId,
				this.name, this.scopes, this.audience, this.actor, this.expiresAt, this.claims,
				Set.copyOf(authorities));
	}

	@Override
	public boolean hasScope(@Nullable String scope) {
		return scope != null && this.scopes.contains(scope);
	}

	@Override
	public boolean isImpersonated() {
		return !this.actor.isEmpty();
	}

	@Override
	public String getName() {
		return this.subject;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.claims;
	}

	@Override
	public Set<GrantedAuthority> getAuthorities() {
		return this.authorities;
	}

	@Override
	public String toString() {
		return "ClerkMachine[tokenType=" + this.tokenType.value() + ", id=" + this.id + ", subject=" + this.subject
				+ ((this.clientId != null) ? ", clientId=" + this.clientId : "")
				+ ((this.organizationId != null) ? ", organization=" + this.organizationId : "")
				+ ((this.actor.get("sub") instanceof String actorId) ? ", actor=" + actorId : "") + "]";
	}

}
