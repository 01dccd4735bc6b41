package io.github.clerkspring.security.token;

import java.nio.ByteBuffer;
import java.util.Base64;

import io.github.clerkspring.security.TokenRejection;

/**
 * Strict base64url decoder: only the canonical encoding without padding is accepted.
 * Java's decoder also accepts padding and any value of the bits that belong to no byte,
 * with which the same token could have several forms.
 */
final class Base64Url {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private Base64Url() {
	}

	/**
	 * Decode a part of a text.
	 * @param text the text
	 * @param start the index of the first character
	 * @param end the index after the last character
	 * @return the decoded bytes
	 * @throws TokenRejectedException if the encoding is not canonical
	 */
	static byte[] decode(byte[] text, int start, int end) {
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID, start == end || isCanonical(text, start, end),
				Base64Url::describe);
		try {
			return Base64.getUrlDecoder().decode(ByteBuffer.wrap(text, start, end - start)).array();
		}
		catch (IllegalArgumentException ex) {
			// Its message has a character of the token
			throw new TokenRejectedException(TokenRejection.TOKEN_INVALID, Base64Url::describe);
		}
	}

	// The bits of the last character that belong to no byte must be zero
	private static boolean isCanonical(byte[] text, int start, int end) {
		int last = ALPHABET.indexOf(text[end - 1]);
		return switch ((end - start) % 4) {
			case 0 -> last >= 0;
			case 2 -> last >= 0 && (last & 0b1111) == 0;
			case 3 -> last >= 0 && (last & 0b11) == 0;
			default -> false;
		};
	}

	private static String describe() {
		return "a part is not base64url";
	}

}
