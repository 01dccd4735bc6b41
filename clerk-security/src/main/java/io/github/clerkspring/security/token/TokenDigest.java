package io.github.clerkspring.security.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;

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
		return of(sha256(), token.getBytes(StandardCharsets.UTF_8));
	}

	// Look-ups take most of the time of a cached token; each part of a digest is a hash
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TokenDigest that && this.first == that.first && this.second == that.second
				&& this.third == that.third && this.fourth == that.fourth;
	}

	@Override
	public int hashCode() {
		return (int) this.first;
	}

	static TokenDigest of(MessageDigest sha256, byte[] token) {
		ByteBuffer digest = ByteBuffer.wrap(sha256.digest(token));
		return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java runtime has SHA-256", ex);
		}
	}

}
