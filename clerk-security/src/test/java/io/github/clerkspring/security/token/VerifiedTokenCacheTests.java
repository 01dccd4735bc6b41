package io.github.clerkspring.security.token;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.VerifiedTokenCacheState;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.VerificationKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The memory of verified tokens has an end.
 */
class VerifiedTokenCacheTests {

	private static final VerificationKey KEY = new VerificationKey((RSAPublicKey) TokenForge.newKey(2048).getPublic());

	private final VerifiedTokenCache cache = cache(100);

	private static VerifiedTokenCache cache(long size) {
		return new VerifiedTokenCache(size, Duration.ofMinutes(5), Duration.ZERO, new TestClock());
	}

	private static VerifiedToken put(VerifiedTokenCache cache, int number, String claims) {
		String token = TokenForge.encode(Claims.header().toString()) + "."
				+ TokenForge.encode(Claims.payload().set("jti", "\"" + number + "\"").with(claims)) + ".AAAA";
		UnverifiedToken received = UnverifiedToken.of(token);
		CompactToken parsed = received.takeParts(new VerifiedHeaders());
		VerifiedToken verified = new VerifiedToken("ins_a", TokenTimes.of(parsed.payload()), KEY,
				new Jwt(token, null, Instant.ofEpochSecond(TestClock.NOW + 60), parsed.header(), parsed.payload()));
		cache.put(cache.digest(received), verified);
		return verified;
	}

	private long remembered(int tokens, String claims) {
		IntStream.range(0, tokens).forEach((number) -> put(this.cache, number, claims));
		return this.cache.state().size();
	}

	private static String text(int length) {
		return "\"a\":\"" + "x".repeat(length) + "\"";
	}

	private static String values(int count) {
		return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(",", "\"a\":[", "]"));
	}

	@Test
	void cachesMaximumNumberOfOrdinaryTokens() {
		assertThat(remembered(300, text(700))).isEqualTo(100);
		assertThat(this.cache.state().maximumSize()).isEqualTo(100);
	}

	@Test
	void cachesFewerTokensWithManyValues() {
		VerifiedToken token = put(cache(100), 0, values(300));
		assertThat(token.jwt().getTokenValue()).hasSizeLessThan(4_096);
		assertThat(remembered(300, values(300))).isBetween(1L,
				100L * VerifiedTokenCache.BYTES_PER_TOKEN / token.estimatedBytes());
	}

	@Test
	void doesNotCacheLargeTokens() {
		assertThat(remembered(10, text(4_096))).isZero();
		assertThat(remembered(10, text(2_000))).isEqualTo(10);
	}

	@Test
	void countsValuesAtEveryDepth() {
		int flat = put(this.cache, 1, "\"a\":[1,2,3,4]").estimatedBytes();
		int deep = put(this.cache, 1, "\"a\":[[{\"b\":[1,2,3,4]}]]").estimatedBytes();
		assertThat(deep).isGreaterThan(flat);
		assertThat(put(this.cache, 1, "\"a\":null").estimatedBytes()).isPositive();
	}

	@Test
	void containsTokenWithoutCountingIt() {
		UnverifiedToken token = UnverifiedToken.of(put(this.cache, 1, text(10)).jwt().getTokenValue());
		assertThat(this.cache.contains(this.cache.digest(token))).isTrue();
		assertThat(this.cache.contains(this.cache.digest(UnverifiedToken.of(token.text() + "A")))).isFalse();
		assertThat(this.cache.contains(null)).isFalse();
		assertThat(this.cache.state().hits()).isZero();
		assertThat(this.cache.state().misses()).isZero();
	}

	@Test
	void cachesNothingWithSizeZero() {
		VerifiedTokenCache none = cache(0);
		put(none, 1, text(10));
		assertThat(none.state().size()).isZero();
		assertThat(none.digest(UnverifiedToken.of("a"))).isNull();
	}

	@Test
	void acceptsAnySize() {
		for (long size : new long[] { 1, Integer.MAX_VALUE, Long.MAX_VALUE }) {
			VerifiedTokenCache cache = cache(size);
			put(cache, 1, text(10));
			assertThat(cache.state()).extracting(VerifiedTokenCacheState::size).isEqualTo(1L);
		}
	}

}
