package io.github.clerkspring.emulator.store;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates JSON trees of plain values. Trees in the store are never changed, so they can
 * be shared by many answers.
 */
public final class Json {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private Json() {
	}

	public static ObjectNode object() {
		return NODES.objectNode();
	}

	public static ArrayNode array() {
		return NODES.arrayNode();
	}

	/**
	 * Creates an array.
	 * @param elements trees or plain values
	 * @return the array
	 */
	public static ArrayNode array(Collection<?> elements) {
		ArrayNode array = array();
		elements.forEach((element) -> array.add(of(element)));
		return array;
	}

	/**
	 * Creates the tree of a value.
	 * @param value null, a tree, text, number, boolean, map or collection
	 * @return the tree
	 */
	public static JsonNode of(@Nullable Object value) {
		if (value == null) {
			return NODES.nullNode();
		}
		if (value instanceof JsonNode node) {
			return node;
		}
		if (value instanceof String text) {
			return NODES.stringNode(text);
		}
		if (value instanceof Boolean flag) {
			return NODES.booleanNode(flag);
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof Map<?, ?> map) {
			return object(map);
		}
		if (value instanceof Collection<?> collection) {
			return array(collection);
		}
		throw new IllegalArgumentException("No JSON for " + value.getClass());
	}

	/**
	 * Merges two objects deeply, as Clerk does with metadata: objects are merged, other
	 * values replaced, and null removes a key.
	 * @param target the existing object, which is not changed
	 * @param patch the changes
	 * @return the merged object
	 */
	public static ObjectNode merge(ObjectNode target, ObjectNode patch) {
		ObjectNode merged = object();
		merged.setAll(target);
		patch.properties().forEach((entry) -> {
			if (entry.getValue().isNull()) {
				merged.remove(entry.getKey());
			}
			else if (entry.getValue() instanceof ObjectNode nested) {
				JsonNode present = merged.get(entry.getKey());
				merged.set(entry.getKey(), merge((present instanceof ObjectNode object) ? object : object(), nested));
			}
			else {
				merged.set(entry.getKey(), entry.getValue());
			}
		});
		return merged;
	}

	private static JsonNode number(Number number) {
		if (number instanceof Double || number instanceof Float) {
			return NODES.numberNode(number.doubleValue());
		}
		return NODES.numberNode(number.longValue());
	}

	private static ObjectNode object(Map<?, ?> map) {
		ObjectNode object = object();
		map.forEach((name, value) -> object.set(String.valueOf(name), of(value)));
		return object;
	}

}
