package io.github.clerkspring.emulator.sessions;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;

/**
 * The short codes in JWT templates: paths in double braces, with alternatives behind
 * {@code ||}. A text that is one short code becomes its value with its type; in longer
 * texts each becomes text.
 */
final class Shortcodes {

	private static final Pattern SHORTCODE = Pattern.compile("\\{\\{([^{}]+)}}");

	private static final Pattern ALTERNATIVE = Pattern.compile("\\|\\|(?=(?:[^']*'[^']*')*[^']*$)");

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

	private Shortcodes() {
	}

	static ObjectNode render(ObjectNode template, ObjectNode values) {
		ObjectNode rendered = Json.object();
		template.properties().forEach((claim) -> rendered.set(claim.getKey(), render(claim.getValue(), values)));
		return rendered;
	}

	private static JsonNode render(JsonNode template, ObjectNode values) {
		if (template instanceof ObjectNode object) {
			return render(object, values);
		}
		if (template instanceof ArrayNode array) {
			return Json.array(array.valueStream().map((element) -> render(element, values)).toList());
		}
		return (template.isString()) ? render(template.stringValue(), values) : template;
	}

	private static JsonNode render(String template, ObjectNode values) {
		Matcher matcher = SHORTCODE.matcher(template);
		if (matcher.matches()) {
			return value(matcher.group(1), values);
		}
		return Json
			.of(matcher.reset().replaceAll((match) -> Matcher.quoteReplacement(text(value(match.group(1), values)))));
	}

	private static JsonNode value(String expression, ObjectNode values) {
		return Arrays.stream(ALTERNATIVE.split(expression))
			.map((operand) -> operand(operand.trim(), values))
			.reduce((first, second) -> (isFalse(first)) ? second : first)
			.orElseGet(() -> Json.of(null));
	}

	private static JsonNode operand(String operand, ObjectNode values) {
		if (operand.length() > 1 && operand.startsWith("'") && operand.endsWith("'")) {
			return Json.of(operand.substring(1, operand.length() - 1));
		}
		if (operand.equals("true") || operand.equals("false")) {
			return Json.of(Boolean.valueOf(operand));
		}
		if (NUMBER.matcher(operand).matches()) {
			return JsonNodeFactory.instance.numberNode(new BigDecimal(operand));
		}
		JsonNode value = values.at("/" + operand.replace('.', '/'));
		return (value.isMissingNode()) ? Json.of(null) : value;
	}

	private static boolean isFalse(JsonNode value) {
		return value.isNull() || (value.isBoolean() && !value.booleanValue());
	}

	private static String text(JsonNode value) {
		return (value.isString()) ? value.stringValue() : value.toString();
	}

}
