package io.github.clerkspring.client.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parses {@code Retry-After}, in seconds or as a date. As the header can contain
 * arbitrary text, a wait is never negative and never longer than a year.
 */
public final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("0*(\\d+)(\\.\\d*)?");

	private static final int MAX_DIGITS = 9;

	private static final Duration MAX = Duration.ofDays(365);

	private RetryAfter() {
	}

	/**
	 * Parse a value of the header.
	 * @param value the value, or {@code null} if absent
	 * @param now the time to which a date is compared
	 * @return the wait, with fractions of a second rounded up and a maximum of one year,
	 * or {@code null} if the value is neither a number nor a date
	 */
	public static @Nullable Duration parse(@Nullable String value, Instant now) {
		if (value == null) {
			return null;
		}
		String text = value.trim();
		Duration wait = SECONDS.matcher(text).matches() ? seconds(text) : untilDate(text, now);
		return (wait == null || wait.compareTo(MAX) <= 0) ? wait : MAX;
	}

	private static Duration seconds(String text) {
		int point = (text.indexOf('.') >= 0) ? text.indexOf('.') : text.length();
		String digits = text.substring(0, point).replaceFirst("^0+(?=\\d)", "");
		if (digits.length() > MAX_DIGITS) {
			return MAX;
		}
		boolean fraction = text.substring(point).chars().anyMatch((digit) -> digit > '0');
		return Duration.ofSeconds(Long.parseLong(digits) + (fraction ? 1 : 0));
	}

	private static @Nullable Duration untilDate(String text, Instant now) {
		try {
			Duration wait = Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
