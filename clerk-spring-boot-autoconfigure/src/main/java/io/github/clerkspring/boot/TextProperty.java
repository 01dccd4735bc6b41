package io.github.clerkspring.boot;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Validation of strings in properties.
 */
final class TextProperty {

	private static final Pattern VERSION = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private static final Pattern EXACT_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

	private static final Pattern INSTANCE_ID = Pattern.compile("ins_[A-Za-z0-9_]+");

	private static final Pattern MACHINE_ID = Pattern.compile("mch_[A-Za-z0-9_]+");

	private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+");

	private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

	private static final Pattern LOCATION = Pattern.compile("(optional:)?(classpath:|file:)\\S+");

	private TextProperty() {
	}

	/**
	 * Validate the strings of a list.
	 * @param property the name of the property
	 * @param values the values
	 * @param reader the function that validates an element, given the name of the
	 * property
	 * @return the list, without empty strings
	 */
	static List<String> list(String property, List<String> values, BinaryOperator<String> reader) {
		return values.stream()
			.filter(StringUtils::hasText)
			.map((value) -> reader.apply(property, value.trim()))
			.toList();
	}

	/**
	 * Validate a string without a specific format.
	 * @param property the name of the property
	 * @param value the value
	 * @return the text
	 */
	static String any(String property, String value) {
		return require(InvalidValue.placeholder(value) == null, property, value, "The value must be resolved.");
	}

	/**
	 * Validate a path pattern.
	 * @param property the name of the property
	 * @param value the value
	 * @return the pattern
	 */
	static String path(String property, String value) {
		return require(isPath(value), property, value, "The value must be a path pattern, such as /public/**.");
	}

	/**
	 * Validate a version of the Backend API.
	 * @param property the name of the property
	 * @param value the value
	 */
	static void requireVersion(String property, String value) {
		require(VERSION.matcher(value).matches(), property, value,
				"The value must be a version of the Backend API, such as 2026-05-12.");
	}

	/**
	 * Validate a path that is not a pattern.
	 * @param property the name of the property
	 * @param value the value
	 * @return the path
	 */
	static String exactPath(String property, String value) {
		return require(EXACT_PATH.matcher(value).matches() && !hasDotSegment(value), property, value,
				"The value must be a path without patterns and without a slash at its end, such as /webhooks/clerk.");
	}

	/**
	 * Validate the id of a Clerk instance.
	 * @param property the name of the property
	 * @param value the value, or {@code null}
	 * @return the id, or {@code null}
	 */
	static @Nullable String instanceId(String property, @Nullable String value) {
		if (value == null || value.isBlank()) {
			return null;
		}
		return require(INSTANCE_ID.matcher(value.trim()).matches(), property, value.trim(),
				"The value must be the id of an instance of Clerk, which begins with ins_.");
	}

	/**
	 * Validate the id of a machine.
	 * @param property the name of the property
	 * @param value the value, or {@code null}
	 * @return the id, or {@code null}
	 */
	static @Nullable String machineId(String property, @Nullable String value) {
		if (value == null || value.isBlank()) {
			return null;
		}
		return require(MACHINE_ID.matcher(value.trim()).matches(), property, value.trim(),
				"The value must be the id of a machine of Clerk, which begins with mch_.");
	}

	/**
	 * Validate a scope of OAuth.
	 * @param property the name of the property
	 * @param value the value
	 * @return the scope
	 */
	static String scope(String property, String value) {
		return require(SCOPE.matcher(value).matches() && InvalidValue.placeholder(value) == null, property, value,
				"The value must be a scope of OAuth, without spaces and quotes.");
	}

	/**
	 * Validate the name of a table.
	 * @param property the name of the property
	 * @param value the value
	 * @return the name
	 */
	static String tableName(String property, String value) {
		return require(TABLE_NAME.matcher(value).matches(), property, value,
				"The value must be the name of a table, with or without its schema, of letters, digits and _.");
	}

	/**
	 * Validate the location of a resource.
	 * @param property the name of the property
	 * @param value the value
	 * @return the location
	 */
	static String location(String property, String value) {
		return require(LOCATION.matcher(value).matches() && InvalidValue.placeholder(value) == null, property, value,
				"The value must be a location, such as classpath:db/clerk.sql or file:/etc/clerk.sql.");
	}

	private static boolean hasDotSegment(String path) {
		return (path + "/").contains("/./") || (path + "/").contains("/../");
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
