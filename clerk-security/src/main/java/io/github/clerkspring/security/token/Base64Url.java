package io.github.clerkspring.security.token;

import java.util.Arrays;

import io.github.clerkspring.security.TokenRejection;

/**
 * Strict base64url decoder: only the canonical encoding without padding is accepted.
 * Java's decoder accepts several encodings of the same value, with which the same token
 * could have several forms.
 */
final class Base64Url {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	/**
	 * Value of each byte; -1 if it is not in the alphabet.
	 */
	private static final byte[] VALUES = values();

	private Base64Url() {
	}

	private static byte[] values() {
		byte[] values = new byte[256];
		Arrays.fill(values, (byte) -1);
		for (int i = 0; i < ALPHABET.length(); i++) {
			values[ALPHABET.charAt(i)] = (byte) i;
		}
		return values;
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
		int rest = (end - start) % 4;
		byte[] decoded = new byte[(int) ((end - start) * 3L / 4)];
		// Negative after a character that is not in the alphabet
		int all = 0;
		int to = 0;
		for (int from = start; from < end - rest; from += 4) {
			int bits = bits(text, from, 4);
			decoded[to++] = (byte) (bits >> 16);
			decoded[to++] = (byte) (bits >> 8);
			decoded[to++] = (byte) bits;
			all |= bits;
		}
		if (rest > 0) {
			all |= decodeRest(bits(text, end - rest, rest), rest, decoded, to);
		}
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID, all >= 0, () -> "a part is not base64url");
		return decoded;
	}

	// The bits of the last character that belong to no byte must be zero
	private static int decodeRest(int bits, int rest, byte[] decoded, int to) {
		int unused = (rest == 2) ? 4 : 2;
		if (rest == 1 || (bits & ((1 << unused) - 1)) != 0) {
			return -1;
		}
		int value = bits >> unused;
		for (int i = rest - 2; i >= 0; i--) {
			decoded[to + i] = (byte) value;
			value >>= 8;
		}
		return bits;
	}

	private static int bits(byte[] text, int from, int count) {
		int bits = 0;
		for (int i = 0; i < count; i++) {
			int value = VALUES[text[from + i] & 0xFF];
			bits = (bits << 6) | value;
			if (value < 0) {
				return -1;
			}
		}
		return bits;
	}

}
