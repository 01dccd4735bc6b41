package io.github.clerkspring.security.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exactly the canonical encoding is accepted.
 */
class Base64UrlTests {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private static byte @Nullable [] decode(String text) {
		byte[] bytes = ("x." + text + ".=").getBytes(StandardCharsets.UTF_8);
		try {
			return Base64Url.decode(bytes, 2, bytes.length - 2);
		}
		catch (TokenRejectedException ex) {
			return null;
		}
	}

	/**
	 * Decode, encode and compare.
	 */
	private static byte @Nullable [] expected(String text) {
		try {
			byte[] decoded = Base64.getUrlDecoder().decode(text);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(decoded).equals(text) ? decoded : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	@Test
	void agreesWithJavaForEveryLastCharacter() {
		for (String start : new String[] { "", "A", "_w", "Qq9", "QUJD", "QUJDR", "QUJDRE", "QUJDREV" }) {
			IntStream.rangeClosed(0, 0x2ff).forEach((character) -> {
				String text = start + (char) character;
				assertThat(decode(text)).as(text).isEqualTo(expected(text));
			});
		}
	}

	@Test
	void agreesWithJavaForRandomTexts() {
		Random random = new Random(7);
		int accepted = 0;
		for (int i = 0; i < 200_000; i++) {
			String text = text(random, random.nextInt(24));
			byte[] decoded = decode(text);
			assertThat(Arrays.equals(decoded, expected(text))).as(text).isTrue();
			accepted += (decoded != null) ? 1 : 0;
		}
		assertThat(accepted).isBetween(20_000, 180_000);
	}

	private static String text(Random random, int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(
					(random.nextInt(200) == 0) ? (char) random.nextInt(0x180) : ALPHABET.charAt(random.nextInt(64)));
		}
		return text.toString();
	}

	@Test
	void decodesEveryByte() {
		byte[] bytes = new byte[256];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		for (int length = 0; length < 256; length++) {
			byte[] some = Arrays.copyOf(bytes, length);
			assertThat(decode(Base64.getUrlEncoder().withoutPadding().encodeToString(some))).isEqualTo(some);
		}
	}

	@Test
	void refusesPadding() {
		for (String text : new String[] { "=", "==", "QQ==", "QUI=", "QUJD=", "QUJD====", "Q=", "QQ=", "QQ===" }) {
			assertThat(decode(text)).as(text).isNull();
		}
	}

}
