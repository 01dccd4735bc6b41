package io.github.clerkspring.security.token;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole seconds and decimals have the same outcome.
 */
class TimeRulesTests {

	private static final long NOW = 1_800_000_000;

	private static final Object[] VALUES = { NOW - 10, NOW - 6, NOW - 5, NOW - 4, NOW, NOW + 4, NOW + 5, NOW + 6,
			NOW + 60, (int) NOW, 0, -1, Integer.MAX_VALUE, 8_640_000_000_000L, 8_640_000_000_001L, -8_640_000_000_000L,
			-8_640_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 1000 };

	private static String outcome(Duration skew, long offset, Map<String, Object> claims) {
		Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW).plusMillis(offset), ZoneOffset.UTC);
		try {
			new TimeRules(skew, clock).check(TokenTimes.of(claims));
			return "accepted";
		}
		catch (TokenRejectedException ex) {
			return ex.rejection().value();
		}
	}

	private static Map<String, Object> claims(@Nullable Object exp, @Nullable Object nbf, @Nullable Object iat) {
		Map<String, Object> claims = new LinkedHashMap<>();
		put(claims, "exp", exp);
		put(claims, "nbf", nbf);
		put(claims, "iat", iat);
		return claims;
	}

	private static void put(Map<String, Object> claims, String name, @Nullable Object value) {
		if (value != null) {
			claims.put(name, value);
		}
	}

	private static @Nullable Object decimal(@Nullable Object value) {
		return (value instanceof Number number) ? BigDecimal.valueOf(number.longValue()) : null;
	}

	@Test
	void wholeSecondsHaveTheOutcomeOfDecimals() {
		for (Object exp : VALUES) {
			for (Object other : VALUES) {
				for (long offset : new long[] { -1, 0, 1 }) {
					check(offset, exp, other, null);
					check(offset, exp, null, other);
					check(offset, exp, NOW - 10, other);
				}
			}
		}
		check(0, null, null, null);
		check(0, null, NOW, NOW);
	}

	private static void check(long offset, @Nullable Object exp, @Nullable Object nbf, @Nullable Object iat) {
		for (Duration skew : new Duration[] { Duration.ZERO, Duration.ofSeconds(5),
				Duration.ofMillis(Long.MAX_VALUE) }) {
			assertThat(outcome(skew, offset, claims(exp, nbf, iat)))
				.as("%s %s %s at %s with %s", exp, nbf, iat, offset, skew)
				.isEqualTo(outcome(skew, offset, claims(decimal(exp), decimal(nbf), decimal(iat))));
		}
	}

	@Test
	void onlyWholeSecondsAreComparedAsIntegers() {
		assertThat(TokenTimes.of(claims(NOW + 60, NOW, NOW)).areValid(NOW * 1000, 0)).isTrue();
		assertThat(TokenTimes.of(claims(NOW, NOW, NOW - 1)).areValid(NOW * 1000, 0)).isFalse();
		assertThat(TokenTimes.of(claims(BigDecimal.valueOf(NOW + 60), NOW, NOW)).areValid(NOW * 1000, 0)).isFalse();
		assertThat(TokenTimes.of(claims(NOW + 60, "1", NOW)).areValid(NOW * 1000, 0)).isFalse();
		Map<String, Object> claims = claims(NOW + 60, NOW, NOW);
		claims.put("nbf", null);
		assertThat(TokenTimes.of(claims).areValid(NOW * 1000, 0)).isFalse();
		assertThat(outcome(Duration.ZERO, 0, claims)).isEqualTo("token-verification-failed");
	}

}
