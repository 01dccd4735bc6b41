package io.github.clerkspring.security.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Turns verified claims into Spring Security's {@link Jwt}, with the types that its
 * accessors expect.
 */
final class JwtFactory {

	private static final List<String> DATES = List.of("exp", "iat", "nbf");

	private JwtFactory() {
	}

	static Jwt create(String token, CompactToken parsed) {
		Map<String, Object> claims = new LinkedHashMap<>(parsed.payload());
		for (String name : DATES) {
			claims.computeIfPresent(name, (key, value) -> NumericDate.toInstant(value));
		}
		if (claims.get("aud") instanceof String audience) {
			claims.put("aud", List.of(audience));
		}
		return new Jwt(token, (Instant) claims.get("iat"), (Instant) claims.get("exp"), parsed.header(), claims);
	}

}
