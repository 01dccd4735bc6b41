package io.github.clerkspring.security.token;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.keys.VerificationKey;

/**
 * Token with a valid signature.
 *
 * @param keyId the key id of the token, or {@code null}
 * @param times the times as they were signed
 * @param key the key that verified the signature
 * @param jwt the claims as a {@link Jwt}
 */
record VerifiedToken(@Nullable String keyId, TokenTimes times, VerificationKey key, Jwt jwt) {

	private static final int BYTES_PER_TOKEN = 1_000;

	private static final int BYTES_PER_VALUE = 180;

	/**
	 * Return the approximate memory that the token occupies: its text, the text of its
	 * claims, and the map of claims.
	 * @return a number of bytes
	 */
	int estimatedBytes() {
		return BYTES_PER_TOKEN + 2 * this.jwt.getTokenValue().length()
				+ BYTES_PER_VALUE * (count(this.jwt.getClaims()) + count(this.jwt.getHeaders()));
	}

	private static int count(@Nullable Object value) {
		// Most values are strings, and the check for an interface takes longer
		if (value instanceof String || value instanceof Number) {
			return 1;
		}
		Collection<?> elements = (value instanceof Map<?, ?> members) ? members.values()
				: (value instanceof Collection<?> list) ? list : List.of();
		int count = 1;
		for (Object element : elements) {
			count += count(element);
		}
		return count;
	}

}
