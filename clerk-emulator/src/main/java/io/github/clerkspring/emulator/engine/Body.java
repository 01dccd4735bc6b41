package io.github.clerkspring.emulator.engine;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;

/**
 * A checked body.
 */
public final class Body {

	private final ObjectNode fields;

	Body(ObjectNode fields) {
		this.fields = fields;
	}

	/**
	 * Creates a nested body.
	 * @param object the part
	 * @param fields the permitted fields
	 * @return the checked part
	 * @throws ApiException if the part is invalid
	 */
	public static Body of(ObjectNode object, Fields fields) {
		fields.check(object);
		return new Body(object);
	}

	/**
	 * Whether a field was sent, null included.
	 * @param name the field
	 * @return true if it was sent
	 */
	public boolean has(String name) {
		return this.fields.has(name);
	}

	/**
	 * Returns the text of a required field, also under its deprecated name.
	 * @param name the field
	 * @param deprecated its deprecated name
	 * @return the text
	 */
	public String required(String name, String deprecated) {
		return required((has(name) || !has(deprecated)) ? name : deprecated);
	}

	/**
	 * Returns the text of a required field.
	 * @param name the field
	 * @return the text
	 */
	public String required(String name) {
		String text = text(name);
		if (text == null) {
			throw ApiException.missing(name);
		}
		return text;
	}

	/**
	 * A text.
	 * @param name the field
	 * @return the text, or null if absent or null
	 */
	public @Nullable String text(String name) {
		JsonNode node = get(name);
		return (node != null) ? node.asString() : null;
	}

	/**
	 * Returns a boolean.
	 * @param name the field
	 * @param fallback the value if absent or null
	 * @return the value
	 */
	public boolean flag(String name, boolean fallback) {
		JsonNode node = get(name);
		return (node != null) ? node.booleanValue() : fallback;
	}

	/**
	 * A whole number.
	 * @param name the field
	 * @return the number, or null if absent or null
	 */
	public @Nullable Long number(String name) {
		JsonNode node = get(name);
		return (node != null) ? FieldType.toLong(node) : null;
	}

	/**
	 * An instant.
	 * @param name the field
	 * @return milliseconds since the epoch, or null if absent or null
	 */
	public @Nullable Long instant(String name) {
		String text = text(name);
		return (text != null) ? OffsetDateTime.parse(text).toInstant().toEpochMilli() : null;
	}

	/**
	 * An object.
	 * @param name the field
	 * @return the object, or null if absent or null
	 */
	public @Nullable ObjectNode object(String name) {
		return (get(name) instanceof ObjectNode object) ? object : null;
	}

	/**
	 * A list of texts.
	 * @param name the field
	 * @return the texts, empty if absent or null
	 */
	public List<String> texts(String name) {
		JsonNode node = get(name);
		return (node != null) ? node.valueStream().map(JsonNode::asString).toList() : List.of();
	}

	/**
	 * A list of objects.
	 * @param name the field
	 * @return the objects, empty if absent or null
	 */
	public List<ObjectNode> objects(String name) {
		JsonNode node = get(name);
		return (node != null) ? node.valueStream().map(ObjectNode.class::cast).toList() : List.of();
	}

	/**
	 * A text that has two names.
	 * @param name the present name
	 * @param legacyName the name it had before
	 * @return the text, or null if absent or null
	 * @throws ApiException if both were sent and differ
	 */
	public @Nullable String either(String name, String legacyName) {
		String text = text(name);
		String legacy = text(legacyName);
		if (text != null && legacy != null && !text.equals(legacy)) {
			throw ApiException.parameter("form_param_value_conflict", name, "conflicting values",
					name + " and " + legacyName + " are two names for one value: send one, or the same value twice.");
		}
		return (text != null) ? text : legacy;
	}

	/**
	 * An object with fields of its own.
	 * @param name the field
	 * @param parts the permitted fields
	 * @return the checked object, or null if absent or null
	 */
	public @Nullable Body part(String name, Fields parts) {
		ObjectNode object = object(name);
		return (object != null) ? checked(object, parts) : null;
	}

	/**
	 * A list of objects with fields of their own.
	 * @param name the field
	 * @param parts the permitted fields of each object
	 * @return the checked objects, empty if absent or null
	 */
	public List<Body> parts(String name, Fields parts) {
		return objects(name).stream().map((object) -> checked(object, parts)).toList();
	}

	/**
	 * Copies fields that were sent with a value; null changes nothing.
	 * @param draft gets the values
	 * @param names the fields
	 */
	public void copyValues(Draft draft, String... names) {
		for (String name : names) {
			if (get(name) != null) {
				copy(draft, name);
			}
		}
	}

	/**
	 * Copies fields that were sent and are called as the property of the resource.
	 * @param draft gets the values
	 * @param names the fields
	 */
	public void copy(Draft draft, String... names) {
		for (String name : names) {
			ifSent(name, (node, key) -> draft.set(key, plain(node)));
		}
	}

	/**
	 * The whole body.
	 * @return the tree, not to be changed
	 */
	public ObjectNode tree() {
		return this.fields;
	}

	private static Body checked(ObjectNode object, Fields fields) {
		fields.check(object);
		return new Body(object);
	}

	private void ifSent(String name, BiConsumer<JsonNode, String> action) {
		JsonNode node = this.fields.get(name);
		if (node != null) {
			action.accept(node, name);
		}
	}

	private @Nullable JsonNode get(String name) {
		JsonNode node = this.fields.get(name);
		return (node == null || node.isNull()) ? null : node;
	}

	private static @Nullable Object plain(JsonNode node) {
		if (node.isNull()) {
			return null;
		}
		if (node.isString()) {
			return node.stringValue();
		}
		if (node.isBoolean()) {
			return node.booleanValue();
		}
		return (node.isIntegralNumber()) ? (Object) node.longValue() : node;
	}

}
