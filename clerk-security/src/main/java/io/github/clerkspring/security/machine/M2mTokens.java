package io.github.clerkspring.security.machine;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;

/**
 * Signed tokens of machines.
 *
 * @param machineId the id of the machine that must be among the scopes, or {@code null}
 */
record M2mTokens(@Nullable String machineId) implements SignedMachineTokens {

	@Override
	public ClerkTokenType tokenType() {
		return ClerkTokenType.M2M;
	}

	@Override
	public Set<String> headerTypes() {
		return Set.of("JWT");
	}

	@Override
	public Set<String> categories() {
		return Set.of("cl_B7d4PD333AAA");
	}

	@Override
	public Set<String> audience() {
		return Set.of();
	}

	@Override
	public ClerkMachine read(Jwt jwt) {
		MachineClaims claims = new MachineClaims(jwt.getClaims());
		String subject = claims.id("sub", "mch_");
		String id = claims.id("jti", "mt_");
		claims.requireBearer();
		List<String> audience = claims.texts("aud");
		List<String> scopes = claims.words("scopes");
		List<String> effective = (scopes != null) ? scopes : (audience != null) ? audience : List.of();
		if (this.machineId != null && !effective.contains(this.machineId)) {
			throw new MachineClaims.InvalidClaimException((scopes != null) ? "scopes" : "aud", List.of(this.machineId));
		}
		return new ClerkMachine(ClerkTokenType.M2M, id, subject, null, null, null, null, effective,
				(audience != null) ? audience : List.of(), Map.of(), jwt.getExpiresAt(), jwt.getClaims(), Set.of());
	}

}
