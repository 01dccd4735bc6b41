package io.github.clerkspring.boot;

import java.time.Duration;

import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * Limits of the values of properties.
 */
final class Limits {

	private static final int SECONDS_IN_MINUTE = 60;

	private static final int SECONDS_IN_HOUR = 3600;

	private Limits() {
	}

	/**
	 * Check that a value is within limits.
	 * @param <T> the type of the value
	 * @param property the name of the property
	 * @param value the value
	 * @param min the smallest value
	 * @param max the largest value
	 */
	static <T extends Comparable<T>> void check(String property, T value, T min, T max) {
		if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
			throw InvalidValue.of(property, text(value),
					"The value must be from %s to %s.".formatted(text(min), text(max)));
		}
	}

	private static String text(Object value) {
		return (value instanceof Duration duration) ? text(duration) : value.toString();
	}

	private static String text(Duration duration) {
		long seconds = duration.toSeconds();
		if (duration.getNano() != 0) {
			return DurationFormatterUtils.print(duration, DurationFormat.Style.COMPOSITE);
		}
		if (seconds == 0 || seconds % SECONDS_IN_MINUTE != 0) {
			return seconds + "s";
		}
		return (seconds % SECONDS_IN_HOUR == 0) ? duration.toHours() + "h" : duration.toMinutes() + "m";
	}

}
