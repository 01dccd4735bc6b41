package io.github.clerkspring.emulator.openapi;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks single values against formats, patterns and bounds.
 */
final class ValueChecker {

	private ValueChecker() {
	}

	static List<String> check(JsonNode value, Map<String, Object> schema) {
		List<String> problems = new ArrayList<>();
		if (value.isString()) {
			text(value.stringValue(), schema, problems);
		}
		else if (value.isNumber()) {
			number(value, schema, problems);
		}
		else if (value.isArray()) {
			bounds("items", value.size(), schema.get("minItems"), schema.get("maxItems"), problems);
		}
		return problems;
	}

	private static void text(String text, Map<String, Object> schema, List<String> problems) {
		bounds("characters", text.length(), schema.get("minLength"), schema.get("maxLength"), problems);
		if (schema.get("pattern") instanceof String pattern && !Pattern.compile(pattern).matcher(text).find()) {
			problems.add("is '" + text + "', not like " + pattern);
		}
		String format = String.valueOf(schema.get("format"));
		if (!hasFormat(text, format)) {
			problems.add("is '" + text + "', no " + format);
		}
	}

	private static boolean hasFormat(String text, String format) {
		try {
			return switch (format) {
				case "email" -> text.matches("[^@\\s]+@[^@\\s]+");
				case "uri" -> URI.create(text).isAbsolute();
				case "date" -> LocalDate.parse(text) != null;
				case "date-time" -> OffsetDateTime.parse(text) != null;
				default -> true;
			};
		}
		catch (IllegalArgumentException | DateTimeParseException ex) {
			return false;
		}
	}

	private static void number(JsonNode value, Map<String, Object> schema, List<String> problems) {
		bounds("as value", value.doubleValue(), schema.get("minimum"), schema.get("maximum"), problems);
		if (Boolean.TRUE.equals(schema.get("exclusiveMinimum")) && schema.get("minimum") instanceof Number minimum
				&& value.doubleValue() == minimum.doubleValue()) {
			problems.add("is " + value + ", not more");
		}
		if ("int32".equals(schema.get("format")) && !value.canConvertToInt()) {
			problems.add("is " + value + ", no int32");
		}
		if ("int64".equals(schema.get("format")) && !value.canConvertToLong()) {
			problems.add("is " + value + ", no int64");
		}
	}

	private static void bounds(String what, double actual, @Nullable Object minimum, @Nullable Object maximum,
			List<String> problems) {
		if (minimum instanceof Number number && actual < number.doubleValue()) {
			problems.add("has " + actual + " " + what + ", fewer than " + minimum);
		}
		if (maximum instanceof Number number && actual > number.doubleValue()) {
			problems.add("has " + actual + " " + what + ", more than " + maximum);
		}
	}

}
