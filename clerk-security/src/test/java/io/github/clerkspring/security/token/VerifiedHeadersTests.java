package io.github.clerkspring.security.token;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Headers are remembered byte for byte, and only a limited number of them.
 */
class VerifiedHeadersTests {

	private final VerifiedHeaders headers = new VerifiedHeaders();

	private static byte[] token(String header) {
		return (TokenForge.encode(header) + ".e30.AAAA").getBytes(StandardCharsets.US_ASCII);
	}

	private static String header(String keyId) {
		return "{\"alg\":\"RS256\",\"kid\":\"" + keyId + "\"}";
	}

	private @Nullable Map<String, Object> find(String header) {
		byte[] token = token(header);
		return this.headers.find(token, TokenForge.encode(header).length());
	}

	private void add(String header) {
		this.headers.add(CompactToken.parse(token(header), this.headers));
	}

	@Test
	void findsExactlyTheHeader() {
		add(header("ins_a"));
		assertThat(find(header("ins_a"))).containsOnly(Map.entry("alg", "RS256"), Map.entry("kid", "ins_a"));
		assertThat(find(header("ins_b"))).isNull();
		assertThat(find(header("ins_a") + " ")).isNull();
		assertThat(find(header("ins_"))).isNull();
		byte[] token = token(header("ins_a"));
		int end = TokenForge.encode(header("ins_a")).length();
		assertThat(this.headers.find(token, end - 1)).isNull();
		assertThat(this.headers.find(token, end + 1)).isNull();
		assertThat(this.headers.find(token, 0)).isNull();
	}

	@Test
	void parsingAddsNothing() {
		CompactToken.parse(token(header("ins_a")), this.headers);
		assertThat(find(header("ins_a"))).isNull();
	}

	@Test
	void parsesHeaderOnce() {
		add(header("ins_a"));
		assertThat(CompactToken.parse(token(header("ins_a")), this.headers).header()).isSameAs(find(header("ins_a")));
		add(header("ins_a"));
		assertThat(CompactToken.parse(token(header("ins_a")), this.headers).header()).isSameAs(find(header("ins_a")));
	}

	@Test
	void replacesOldestHeader() {
		for (int i = 0; i <= VerifiedHeaders.MAX_HEADERS; i++) {
			add(header("ins_" + i));
		}
		assertThat(find(header("ins_0"))).isNull();
		for (int i = 1; i <= VerifiedHeaders.MAX_HEADERS; i++) {
			assertThat(find(header("ins_" + i))).isNotNull();
		}
	}

	@Test
	void doesNotRememberLargeHeaders() {
		String largest = header("k".repeat(VerifiedHeaders.MAX_LENGTH / 4 * 3 - header("").length()));
		add(largest);
		assertThat(TokenForge.encode(largest)).hasSize(VerifiedHeaders.MAX_LENGTH);
		assertThat(find(largest)).isNotNull();
		String larger = largest.replace("kkk", "kkkk");
		add(larger);
		assertThat(find(larger)).isNull();
	}

	@Test
	void doesNotShareValuesThatCanBeChanged() {
		for (String value : new String[] { "[]", "{}", "[1]", "null" }) {
			String header = "{\"alg\":\"RS256\",\"x\":" + value + "}";
			add(header);
			assertThat(find(header)).as(value).isNull();
		}
	}

}
