package io.github.clerkspring.security.token;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Digests are equal only if all of their bits are.
 */
class TokenDigestTests {

	@Test
	void comparesAllBits() {
		TokenDigest digest = new TokenDigest(1, 2, 3, 4);
		assertThat(digest).isEqualTo(new TokenDigest(1, 2, 3, 4)).hasSameHashCodeAs(new TokenDigest(1, 2, 3, 4));
		assertThat(Stream.of(new TokenDigest(0, 2, 3, 4), new TokenDigest(1, 0, 3, 4), new TokenDigest(1, 2, 0, 4),
				new TokenDigest(1, 2, 3, 0), new TokenDigest(1L << 32 | 1, 2, 3, 4)))
			.doesNotContain(digest);
	}

	@Test
	void hashesDiffer() {
		assertThat(IntStream.range(0, 1_000).map((number) -> TokenDigest.of("token" + number).hashCode()).distinct())
			.hasSizeGreaterThan(990);
	}

}
