package io.github.clerkspring.security.token;

import java.nio.ByteBuffer;
import java.util.Map;

import io.github.clerkspring.security.TokenRejection;

/**
 * Parts of a signed token before verification.
 *
 * @param bytes the token in ASCII
 * @param headerEnd the end of the encoded header
 * @param payloadEnd the end of the encoded payload, and thus of the signing input
 * @param header the header parameters
 * @param payload the claims
 * @param signature the signature
 */
record CompactToken(byte[] bytes, int headerEnd, int payloadEnd, Map<String, Object> header,
		Map<String, Object> payload, byte[] signature) {

	static final int MAX_LENGTH = 16_384;

	static void checkLength(String token) {
		TokenRejectedException.unless(TokenRejection.TOKEN_TOO_LONG, token.length() <= MAX_LENGTH,
				() -> "it has " + token.length() + " characters, accepted: " + MAX_LENGTH);
	}

	/**
	 * Parse a token.
	 * @param token the token in UTF-8
	 * @param headers headers that were parsed before
	 * @return its parts
	 * @throws TokenRejectedException if it is malformed
	 */
	static CompactToken parse(byte[] token, VerifiedHeaders headers) {
		int first = indexOfDot(token, 0);
		int second = indexOfDot(token, first + 1);
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID, first > 0 && second > first + 1
				&& second < token.length && indexOfDot(token, second + 1) == token.length,
				() -> "it does not have three parts");
		Map<String, Object> header = headers.find(token, first);
		return new CompactToken(token, first, second,
				(header != null) ? header : StrictJson.readObject(Base64Url.decode(token, 0, first)),
				StrictJson.readObject(Base64Url.decode(token, first + 1, second)),
				Base64Url.decode(token, second + 1, token.length));
	}

	private static int indexOfDot(byte[] token, int from) {
		int index = from;
		while (index < token.length && token[index] != '.') {
			index++;
		}
		return index;
	}

	ByteBuffer signingInput() {
		return ByteBuffer.wrap(this.bytes, 0, this.payloadEnd);
	}

}
