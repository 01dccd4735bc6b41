package io.github.clerkspring.security.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Converts signed claims to a {@link Jwt}, with the types that its accessors expect.
 * Invalid times are left out; {@link TimeRules} rejects such tokens.
 */
final class JwtFactory {

	private static final List<String> TIMES = List.of("exp", "iat", "nbf");

	private JwtFactory() {
	}

	/**
	 * Create a {@link Jwt}.
	 * @param rules the rules for the type of token, which create the result
	 * @param token the token
	 * @param header the header parameters
	 * @param claims the claims as they were signed; their types are changed
	 * @return the token and its claims
	 */
	static Jwt create(SignedTokenRules rules, String token, Map<String, Object> header, Map<String, Object> claims) {
		for (String name : TIMES) {
			claims.computeIfPresent(name, (key, value) -> NumericDate.toInstant(value));
		}
		if (claims.get("aud") instanceof String audience) {
			claims.put("aud", List.of(audience));
		}
		Instant issuedAt = (Instant) claims.get("iat");
		Instant expiresAt = (Instant) claims.get("exp");
		return rules.createJwt(token, (isBefore(issuedAt, expiresAt)) ? issuedAt : null, expiresAt, header, claims);
	}

	private static boolean isBefore(@Nullable Instant issuedAt, @Nullable Instant expiresAt) {
		return issuedAt == null || expiresAt == null || issuedAt.isBefore(expiresAt);
	}

}
