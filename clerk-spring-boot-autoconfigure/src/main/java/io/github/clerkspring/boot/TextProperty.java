package io.github.clerkspring.boot;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Strings in properties.
 */
final class TextProperty {

	private static final Pattern VERSION = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private TextProperty() {
	}

	/**
	 * Read the strings of a list.
	 * @param property the name of the property
	 * @param values the values
	 * @param reader what reads a value of the property
	 * @return the list, without empty texts
	 */
	static List<String> list(String property, List<String> values, BinaryOperator<String> reader) {
		return values.stream()
			.filter(StringUtils::hasText)
			.map((value) -> reader.apply(property, value.trim()))
			.toList();
	}

	/**
	 * Read a string of any form.
	 * @param property the name of the property
	 * @param value the value
	 * @return the text
	 */
	static String any(String property, String value) {
		return require(InvalidValue.placeholder(value) == null, property, value, "The value must be resolved.");
	}

	/**
	 * Read the pattern of a path.
	 * @param property the name of the property
	 * @param value the value
	 * @return the pattern
	 */
	static String path(String property, String value) {
		return require(isPath(value), property, value, "The value must be a path pattern, such as /public/**.");
	}

	/**
	 * Require a version of the Backend API.
	 * @param property the name of the property
	 * @param value the value
	 */
	static void requireVersion(String property, String value) {
		require(VERSION.matcher(value).matches(), property, value,
				"The value must be a version of the Backend API, such as 2026-05-12.");
	}

	private static String require(boolean valid, String property, String value, String requirement) {
		if (!valid) {
			throw InvalidValue.of(property, value, requirement);
		}
		return value;
	}

	private static boolean isPath(String value) {
		try {
			PathPatternParser.defaultInstance.parse(value);
			return value.startsWith("/") && InvalidValue.placeholder(value) == null;
		}
		catch (PatternParseException ex) {
			return false;
		}
	}

}
