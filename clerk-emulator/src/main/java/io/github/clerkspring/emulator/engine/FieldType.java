package io.github.clerkspring.emulator.engine;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * The types that body fields have.
 */
public enum FieldType {

	/** Text. */
	STRING("string", JsonNode::isString),

	/** True or false. */
	BOOLEAN("boolean", JsonNode::isBoolean),

	/** A whole number. */
	INTEGER("integer", (node) -> node.isIntegralNumber() && node.canConvertToLong()),

	/** A number. */
	NUMBER("number", FieldType::isNumber),

	/** An object. */
	OBJECT("object", JsonNode::isObject),

	/** A list of texts. */
	STRINGS("array of strings", (node) -> node.isArray() && node.valueStream().allMatch(JsonNode::isString)),

	/** A list of objects. */
	OBJECTS("array of objects", (node) -> node.isArray() && node.valueStream().allMatch(JsonNode::isObject)),

	/** An instant in the format of RFC 3339. */
	INSTANT("RFC 3339 date-time", FieldType::isInstant),

	/** Anything. */
	ANY("value", (node) -> true);

	private static final int LAST_YEAR = 9999;

	private final String description;

	private final Predicate<JsonNode> test;

	FieldType(String description, Predicate<JsonNode> test) {
		this.description = description;
		this.test = test;
	}

	boolean accepts(JsonNode node) {
		return this.test.test(node);
	}

	String description() {
		return this.description;
	}

	/**
	 * Returns a number, which has been checked, without its fraction.
	 * @param node the number
	 * @return the whole number
	 */
	static long toLong(JsonNode node) {
		return (node.isIntegralNumber()) ? node.longValue() : (long) node.doubleValue();
	}

	private static boolean isNumber(JsonNode node) {
		return (node.isIntegralNumber()) ? node.canConvertToLong()
				: node.isFloatingPointNumber() && Math.abs(node.doubleValue()) < Long.MAX_VALUE;
	}

	private static boolean isInstant(JsonNode node) {
		if (!node.isString()) {
			return false;
		}
		try {
			int year = OffsetDateTime.parse(node.stringValue()).getYear();
			return year >= 0 && year <= LAST_YEAR;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

}
