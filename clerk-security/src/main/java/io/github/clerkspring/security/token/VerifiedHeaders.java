package io.github.clerkspring.security.token;

import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Headers of tokens with a valid signature. The tokens of an instance have the same
 * header, byte for byte, which is therefore parsed once; all rules are still applied to
 * it. Tokens without a valid signature add nothing.
 */
final class VerifiedHeaders {

	/**
	 * Maximum number of headers; the oldest is replaced.
	 */
	static final int MAX_HEADERS = 8;

	/**
	 * Maximum length of an encoded header.
	 */
	static final int MAX_LENGTH = 512;

	private volatile VerifiedHeader[] headers = {};

	/**
	 * Find the header of a token.
	 * @param token the token
	 * @param headerEnd the end of the encoded header
	 * @return the header parameters, or {@code null} if the header has to be parsed
	 */
	@Nullable Map<String, Object> find(byte[] token, int headerEnd) {
		for (VerifiedHeader header : this.headers) {
			if (Arrays.equals(header.encoded(), 0, header.encoded().length, token, 0, headerEnd)) {
				return header.parameters();
			}
		}
		return null;
	}

	/**
	 * Add the header of a token with a valid signature.
	 * @param token the token
	 */
	void add(CompactToken token) {
		if (token.headerEnd() <= MAX_LENGTH && find(token.bytes(), token.headerEnd()) == null
				&& token.header().values().stream().allMatch(VerifiedHeaders::isImmutable)) {
			prepend(new VerifiedHeader(Arrays.copyOf(token.bytes(), token.headerEnd()), token.header()));
		}
	}

	private synchronized void prepend(VerifiedHeader first) {
		VerifiedHeader[] changed = new VerifiedHeader[Math.min(this.headers.length + 1, MAX_HEADERS)];
		changed[0] = first;
		System.arraycopy(this.headers, 0, changed, 1, changed.length - 1);
		this.headers = changed;
	}

	// Each token receives a copy of the map, but not of its values
	private static boolean isImmutable(@Nullable Object value) {
		return value instanceof String || value instanceof Number || value instanceof Boolean;
	}

	/**
	 * Header of a token with a valid signature.
	 *
	 * @param encoded the encoded header in ASCII
	 * @param parameters the header parameters
	 */
	private record VerifiedHeader(byte[] encoded, Map<String, Object> parameters) {

	}

}
