package io.github.clerkspring.security.machine;

import java.util.List;
import java.util.Set;

import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;

/**
 * Signed OAuth access tokens.
 *
 * @param audience the accepted audiences, empty to accept all
 */
record OAuthTokens(Set<String> audience) implements SignedMachineTokens {

	@Override
	public ClerkTokenType tokenType() {
		return ClerkTokenType.OAUTH;
	}

	@Override
	public Set<String> headerTypes() {
		return Set.of("at+jwt", "application/at+jwt");
	}

	@Override
	public Set<String> categories() {
		return Set.of();
	}

	@Override
	public ClerkMachine read(Jwt jwt) {
		MachineClaims claims = new MachineClaims(jwt.getClaims());
		String userId = claims.id("sub", "user_");
		String clientId = claims.required("client_id");
		String id = claims.id("jti", "oat_");
		claims.requireBearer();
		List<String> scopes = claims.texts("scp");
		List<String> words = claims.words("scope");
		List<String> audience = claims.texts("aud");
		return new ClerkMachine(ClerkTokenType.OAUTH, id, userId, userId, claims.text("org_id"), clientId, null,
				(scopes != null) ? scopes : (words != null) ? words : List.of(),
				(audience != null) ? audience : List.of(), claims.object("act"), jwt.getExpiresAt(), jwt.getClaims(),
				Set.of());
	}

}
