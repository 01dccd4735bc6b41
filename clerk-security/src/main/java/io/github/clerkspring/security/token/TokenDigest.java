package io.github.clerkspring.security.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SHA-256 digest of a token. Caches have digests as keys.
 *
 * @param first the first 64 bits
 * @param second the second 64 bits
 * @param third the third 64 bits
 * @param fourth the fourth 64 bits
 */
public record TokenDigest(long first, long second, long third, long fourth) {

	/**
	 * Compute the digest of a token.
	 * @param token the token
	 * @return the digest
	 */
	public static TokenDigest of(String token) {
		ByteBuffer digest = ByteBuffer.wrap(Sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
		return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
	}

}
