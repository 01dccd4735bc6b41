package io.github.clerkspring.security.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SHA-256 of a token, so that no memory of tokens can give one away.
 */
record TokenDigest(long first, long second, long third, long fourth) {

	static TokenDigest of(String token) {
		ByteBuffer digest = ByteBuffer.wrap(Sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
		return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
	}

}
