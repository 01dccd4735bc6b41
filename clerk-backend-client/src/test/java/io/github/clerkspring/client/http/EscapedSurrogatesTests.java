package io.github.clerkspring.client.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Escapes at each position of the eight bytes that are searched at a time. */
class EscapedSurrogatesTests {

	private static final int MAX_LENGTH = 40;

	@ParameterizedTest
	@ValueSource(strings = { "\\ud800", "\\uDbFF", "\\uDC00", "\\udfff", "\\\\\\ud9", "\\ud8" })
	void findsSurrogates(String escape) {
		assertFound(escape, true);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\\ud7ff", "\\ue000", "\\u00d8", "\\Ud800", "ud800", "\\", "\\u", "\\ud", "\\n\\\\", "\\uD" })
	void findsNoOtherEscapes(String escape) {
		assertFound(escape, false);
	}

	private static void assertFound(String escape, boolean found) {
		byte[] bytes = escape.getBytes(StandardCharsets.US_ASCII);
		for (byte filler : new byte[] { ' ', 'u', '\\' ^ 1, (byte) ('\\' | 0x80), 0, -1 }) {
			for (int length = bytes.length; length < MAX_LENGTH; length++) {
				for (int position = 0; position <= length - bytes.length; position++) {
					byte[] json = new byte[length];
					Arrays.fill(json, filler);
					System.arraycopy(bytes, 0, json, position, bytes.length);
					assertThat(EscapedSurrogates.isPresent(json, 0, length))
						.as("%s at %d of %d, filled with %d", escape, position, length, filler)
						.isEqualTo(found);
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 7, 8, 9 })
	void searchesOnlyItsPart(int offset) {
		byte[] json = "\\ud800 and more \\udfff".getBytes(StandardCharsets.US_ASCII);
		assertThat(EscapedSurrogates.isPresent(json, offset, json.length - offset)).isTrue();
		assertThat(EscapedSurrogates.isPresent(json, offset, 12 - offset)).isEqualTo(offset == 0);
		assertThat(EscapedSurrogates.isPresent(json, 1 + offset, json.length - 4 - offset)).isFalse();
	}

}
