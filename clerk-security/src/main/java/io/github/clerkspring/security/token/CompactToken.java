package io.github.clerkspring.security.token;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.clerkspring.security.TokenRejection;

/**
 * Parts of a signed token before verification.
 *
 * @param header the header parameters
 * @param payload the claims
 * @param signedBytes the signing input
 * @param signature the signature
 */
record CompactToken(Map<String, Object> header, Map<String, Object> payload, byte[] signedBytes, byte[] signature) {

	static final int MAX_LENGTH = 16_384;

	static void checkLength(String token) {
		TokenRejectedException.unless(TokenRejection.TOKEN_TOO_LONG, token.length() <= MAX_LENGTH,
				() -> "it has " + token.length() + " characters, accepted: " + MAX_LENGTH);
	}

	static CompactToken parse(String token) {
		checkLength(token);
		int first = token.indexOf('.');
		int second = token.indexOf('.', first + 1);
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID,
				first > 0 && second > first + 1 && token.indexOf('.', second + 1) < 0,
				() -> "it does not have three parts");
		byte[] header = Base64Url.decode(token.substring(0, first));
		byte[] payload = Base64Url.decode(token.substring(first + 1, second));
		byte[] signature = Base64Url.decode(token.substring(second + 1));
		return new CompactToken(StrictJson.readObject(header), StrictJson.readObject(payload),
				token.substring(0, second).getBytes(StandardCharsets.US_ASCII), signature);
	}

}
