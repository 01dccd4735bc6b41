package io.github.clerkspring.security.token;

import java.util.Base64;

import io.github.clerkspring.security.TokenRejection;

/**
 * Strict base64url decoder: only the canonical encoding without padding is accepted.
 * Java's decoder accepts several encodings of the same value, with which the same token
 * could have several forms.
 */
final class Base64Url {

	private static final String MALFORMED = "a part is not base64url";

	private Base64Url() {
	}

	static byte[] decode(String encoded) {
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID, isAlphabet(encoded) && encoded.length() % 4 != 1,
				() -> MALFORMED);
		byte[] decoded = Base64.getUrlDecoder().decode(encoded);
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID,
				Base64.getUrlEncoder().withoutPadding().encodeToString(decoded).equals(encoded), () -> MALFORMED);
		return decoded;
	}

	private static boolean isAlphabet(String encoded) {
		for (int i = 0; i < encoded.length(); i++) {
			if (!isAlphabet(encoded.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isAlphabet(char character) {
		return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z')
				|| (character >= '0' && character <= '9') || character == '-' || character == '_';
	}

}
