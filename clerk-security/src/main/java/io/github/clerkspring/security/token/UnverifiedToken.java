package io.github.clerkspring.security.token;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Claims of a token before verification. They may only be used to choose among several
 * tokens, one of which is verified afterwards.
 */
public final class UnverifiedToken {

	private final Map<String, Object> claims;

	private UnverifiedToken(Map<String, Object> claims) {
		this.claims = claims;
	}

	/**
	 * Parse a token.
	 * @param token the token, or {@code null}
	 * @return the claims, none if there is no token or it is malformed
	 */
	public static UnverifiedToken parse(@Nullable String token) {
		try {
			return new UnverifiedToken((token != null) ? CompactToken.parse(token).payload() : Map.of());
		}
		catch (TokenRejectedException ex) {
			return new UnverifiedToken(Map.of());
		}
	}

	/**
	 * Return the issuer.
	 * @return the issuer, or {@code null} if it is missing or not a string
	 */
	public @Nullable String issuer() {
		return (this.claims.get("iss") instanceof String issuer) ? issuer : null;
	}

	/**
	 * Return whether the token has an authorized party of any type.
	 * @return whether the claim is present
	 */
	public boolean hasAuthorizedParty() {
		return this.claims.containsKey("azp");
	}

	/**
	 * Return the time of issue.
	 * @return milliseconds since 1970, zero if the time is missing or invalid
	 */
	public BigDecimal issuedAt() {
		return millis("iat");
	}

	/**
	 * Return the time of expiry.
	 * @return milliseconds since 1970, zero if the time is missing or invalid
	 */
	public BigDecimal expiresAt() {
		return millis("exp");
	}

	private BigDecimal millis(String name) {
		BigDecimal millis = NumericDate.toMillis(this.claims.get(name));
		return (millis != null) ? millis : BigDecimal.ZERO;
	}

}
