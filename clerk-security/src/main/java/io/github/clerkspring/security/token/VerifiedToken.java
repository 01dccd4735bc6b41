package io.github.clerkspring.security.token;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.keys.VerificationKey;

/**
 * Token whose signature is valid.
 *
 * @param keyId id of the key that the token names, or {@code null}
 * @param payload its claims as they were written
 * @param key the key it was verified with
 * @param jwt the token as Spring Security knows it
 */
record VerifiedToken(@Nullable String keyId, Map<String, Object> payload, VerificationKey key, Jwt jwt) {

	private static final int BYTES_PER_TOKEN = 1_000;

	private static final int BYTES_PER_VALUE = 180;

	/**
	 * Return about how much memory the token takes: its text, the same text in claims,
	 * and the maps that hold them.
	 * @return a number of bytes
	 */
	int estimatedBytes() {
		return BYTES_PER_TOKEN + 2 * this.jwt.getTokenValue().length()
				+ BYTES_PER_VALUE * (count(this.payload) + count(this.jwt.getHeaders()));
	}

	private static int count(@Nullable Object value) {
		Collection<?> elements = (value instanceof Map<?, ?> members) ? members.values()
				: (value instanceof Collection<?> list) ? list : null;
		return (elements != null) ? elements.stream().mapToInt(VerifiedToken::count).sum() + 1 : 1;
	}

}
