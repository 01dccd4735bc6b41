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
	INTEGER("integer", JsonNode::isIntegralNumber),

	/** A number. */
	NUMBER("number", JsonNode::isNumber),

	/** An object. */
	OBJECT("object", JsonNode::isObject),

	/** A list of texts. */
	STRINGS("array of strings", (node) -> node.isArray() && node.valueStream().allMatch(JsonNode::isString)),

	/** A list of objects. */
	OBJECTS("array of objects", (node) -> node.isArray() && node.valueStream().allMatch(JsonNode::isObject)),

	/** An instant, written as RFC 3339 says. */
	INSTANT("RFC 3339 date-time", FieldType::isInstant),

	/** Anything. */
	ANY("value", (node) -> true);

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

	private static boolean isInstant(JsonNode node) {
		if (!node.isString()) {
			return false;
		}
		try {
			OffsetDateTime.parse(node.stringValue());
			return true;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

}
