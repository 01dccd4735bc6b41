package io.github.clerkspring.security.token;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Seconds since 1970 in tokens, converted to exact milliseconds.
 */
final class NumericDate {

	/**
	 * Maximum time value of JavaScript, and thus of Clerk, in seconds.
	 */
	private static final long MAX_SECONDS = 8_640_000_000_000L;

	private static final BigDecimal LIMIT = BigDecimal.valueOf(MAX_SECONDS);

	private NumericDate() {
	}

	/**
	 * Convert a value of a claim to milliseconds.
	 * @param value the value
	 * @return milliseconds since 1970, or {@code null} if the value is not a date
	 */
	static @Nullable BigDecimal toMillis(@Nullable Object value) {
		BigDecimal seconds = toDecimal(value);
		return (seconds != null && inRange(seconds)) ? seconds.movePointRight(3) : null;
	}

	/**
	 * Convert a value of a claim to an instant, rounded down to milliseconds.
	 * @param value the value
	 * @return an instant, or {@code null} if the value is not a date
	 */
	static @Nullable Instant toInstant(@Nullable Object value) {
		if (value instanceof Number number && isWholeSeconds(number)) {
			return Instant.ofEpochSecond(number.longValue());
		}
		BigDecimal millis = toMillis(value);
		return (millis != null) ? Instant.ofEpochMilli(millis.setScale(0, RoundingMode.FLOOR).longValueExact()) : null;
	}

	/**
	 * Return whether a value is a date in whole seconds, as Clerk issues it. Such dates
	 * need no decimals.
	 * @param value the value
	 * @return whether it is an integer in the range of dates
	 */
	static boolean isWholeSeconds(@Nullable Object value) {
		return (value instanceof Integer || value instanceof Long) && ((Number) value).longValue() <= MAX_SECONDS
				&& ((Number) value).longValue() >= -MAX_SECONDS;
	}

	private static boolean inRange(BigDecimal seconds) {
		// A scale beyond these would make the arithmetic slow, and means no time at all
		return seconds.scale() <= 1000 && seconds.scale() >= -20 && seconds.compareTo(LIMIT) <= 0
				&& seconds.compareTo(LIMIT.negate()) >= 0;
	}

	private static @Nullable BigDecimal toDecimal(@Nullable Object value) {
		if (value instanceof BigDecimal decimal) {
			return decimal;
		}
		if (value instanceof BigInteger integer) {
			return new BigDecimal(integer);
		}
		if (value instanceof Double number) {
			return (Double.isFinite(number)) ? BigDecimal.valueOf(number) : null;
		}
		return (value instanceof Integer || value instanceof Long) ? BigDecimal.valueOf(((Number) value).longValue())
				: null;
	}

}
