package io.github.clerkspring.security.token;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Times of a token as they were signed. Whole seconds, as Clerk issues them, are compared
 * as integers on each use of a token, because decimals take longer than all other checks
 * of a cached token.
 */
final class TokenTimes {

	private static final long NONE = Long.MIN_VALUE;

	private final Map<String, Object> claims;

	private final boolean whole;

	private final long expiresAt;

	private final long notBefore;

	private final long issuedAt;

	private TokenTimes(Map<String, Object> claims) {
		this.claims = claims;
		this.whole = claims.containsKey("exp") && areWholeSeconds(claims.values());
		this.expiresAt = millis(claims.get("exp"));
		this.notBefore = millis(claims.get("nbf"));
		this.issuedAt = millis(claims.get("iat"));
	}

	/**
	 * Copy the times.
	 * @param payload the claims as they were signed
	 * @return the times
	 */
	static TokenTimes of(Map<String, Object> payload) {
		Map<String, Object> claims = new HashMap<>(4);
		for (String name : List.of("exp", "nbf", "iat")) {
			if (payload.containsKey(name)) {
				claims.put(name, payload.get(name));
			}
		}
		return new TokenTimes(claims);
	}

	private static boolean areWholeSeconds(Collection<Object> values) {
		for (Object value : values) {
			if (!NumericDate.isWholeSeconds(value)) {
				return false;
			}
		}
		return true;
	}

	private static long millis(@Nullable Object value) {
		return (value instanceof Number seconds) ? seconds.longValue() * 1000 : NONE;
	}

	/**
	 * Return the times as they were signed.
	 * @return the claims {@code exp}, {@code nbf} and {@code iat}
	 */
	Map<String, Object> claims() {
		return this.claims;
	}

	/**
	 * Return whether the times are whole seconds and valid.
	 * @param now the time in milliseconds
	 * @param skew the tolerated difference of clocks in milliseconds
	 * @return {@code false} if the claims have to be checked one by one
	 */
	boolean areValid(long now, long skew) {
		return this.whole && now - this.expiresAt < skew && this.notBefore <= now + skew && this.issuedAt <= now + skew
				&& this.issuedAt < this.expiresAt;
	}

}
