package io.github.clerkspring.security.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SHA-256 digest of a token. The cache has digests as keys.
 */
record TokenDigest(long first, long second, long third, long fourth) {

	static TokenDigest of(String token) {
		ByteBuffer digest = ByteBuffer.wrap(Sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
		return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
	}

}
