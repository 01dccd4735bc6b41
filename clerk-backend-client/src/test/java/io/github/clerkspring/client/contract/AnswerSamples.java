package io.github.clerkspring.client.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Gives answers as Clerk would write them: the examples that the specification publishes,
 * and invented values where it has none.
 */
final class AnswerSamples {

	private static final int MAX_DEPTH = 8;

	private static final long START = 1_700_000_000_000L;

	private int count;

	/**
	 * Return an answer with all properties.
	 */
	Map<String, @Nullable Object> object(SpecSchema schema) {
		return object(schema, 0);
	}

	private Map<String, @Nullable Object> object(SpecSchema schema, int depth) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		schema.properties()
			.forEach((name, property) -> object.put(name, value(name, property.schemas().get(0), depth + 1)));
		return object;
	}

	private @Nullable Object value(String name, SpecSchema schema, int depth) {
		this.count++;
		if (schema.example() != null && isPublished(schema)) {
			return schema.example();
		}
		return switch (schema.kind()) {
			case STRING -> text(name, schema);
			case BOOLEAN -> this.count % 2 == 0;
			case INTEGER -> whole(name);
			case NUMBER -> (schema.format() != null) ? this.count + 0.5 : whole(name);
			case ARRAY -> array(name, schema, depth);
			case OBJECT -> (depth < MAX_DEPTH) ? object(schema, depth) : null;
			case MAP -> map(name, schema, depth);
			case ANY -> Map.of("any", "value" + this.count);
		};
	}

	private static boolean isPublished(SpecSchema schema) {
		return switch (schema.kind()) {
			case STRING -> schema.example() instanceof String;
			case INTEGER, NUMBER -> schema.example() instanceof Number;
			case BOOLEAN -> schema.example() instanceof Boolean;
			default -> false;
		};
	}

	private Object text(String name, SpecSchema schema) {
		if (!schema.enumValues().isEmpty()) {
			return schema.enumValues().iterator().next();
		}
		return "date-time".equals(schema.format()) ? "2024-01-02T03:04:05Z" : name + this.count;
	}

	private Object whole(String name) {
		return name.endsWith("_at") ? (Object) (START + this.count) : (Object) this.count;
	}

	private List<@Nullable Object> array(String name, SpecSchema schema, int depth) {
		List<@Nullable Object> items = new ArrayList<>();
		if (depth < MAX_DEPTH) {
			items.add(value(name, schema.items(), depth + 1));
			items.add(value(name, schema.items(), depth + 1));
			items.removeIf(Objects::isNull);
		}
		return items;
	}

	private Map<String, @Nullable Object> map(String name, SpecSchema schema, int depth) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		SpecSchema values = schema.values();
		map.put("key", (values != null) ? value(name, values, depth + 1) : "value" + this.count);
		return map;
	}

}
