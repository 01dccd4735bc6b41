package io.github.clerkspring.security.token;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Header and claims of a token before verification. They may only be used to choose among
 * several tokens, or among the rules for a token, which is verified afterwards.
 */
public final class UnverifiedToken {

	private static final UnverifiedToken NONE = new UnverifiedToken(Map.of(), Map.of());

	private static final VerifiedHeaders NO_HEADERS = new VerifiedHeaders();

	private final Map<String, Object> header;

	private final Map<String, Object> claims;

	private UnverifiedToken(Map<String, Object> header, Map<String, Object> claims) {
		this.header = header;
		this.claims = claims;
	}

	/**
	 * Parse a token.
	 * @param token the token, or {@code null}
	 * @return the claims, none if there is no token or it is malformed
	 */
	public static UnverifiedToken parse(@Nullable String token) {
		if (token == null) {
			return NONE;
		}
		try {
			CompactToken.checkLength(token);
			CompactToken parsed = CompactToken.parse(token.getBytes(StandardCharsets.UTF_8), NO_HEADERS);
			return new UnverifiedToken(parsed.header(), parsed.payload());
		}
		catch (TokenRejectedException ex) {
			return NONE;
		}
	}

	/**
	 * Return the header parameter {@code typ}.
	 * @return the type, or {@code null} if it is missing or not a string
	 */
	public @Nullable String headerType() {
		return (this.header.get("typ") instanceof String type) ? type : null;
	}

	/**
	 * Return the subject.
	 * @return the subject, or {@code null} if it is missing or not a string
	 */
	public @Nullable String subject() {
		return (this.claims.get("sub") instanceof String subject) ? subject : null;
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
