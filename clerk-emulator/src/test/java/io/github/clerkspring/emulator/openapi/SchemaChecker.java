package io.github.clerkspring.emulator.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks JSON against the part of OpenAPI's schemas that Clerk's specifications use.
 */
final class SchemaChecker {

	/** In Clerk's newest JavaScript package, but in no published specification yet. */
	private static final Set<String> NEWER = Set.of("timezone", "idp_certificates", "aud", "act", "org_id");

	private final Map<String, Object> document;

	SchemaChecker(Map<String, Object> document) {
		this.document = document;
	}

	List<String> check(JsonNode value, Map<String, Object> schema) {
		List<String> problems = new ArrayList<>();
		check("$", value, schema, Set.of(), problems);
		return problems;
	}

	private void check(String path, JsonNode value, Map<String, Object> given, List<String> problems) {
		check(path, value, given, Set.of(), problems);
	}

	private void check(String path, JsonNode value, Map<String, Object> given, Set<String> siblings,
			List<String> problems) {
		Map<String, Object> schema = resolve(given);
		if (value.isNull()) {
			if (!isNullable(given) && !isNullable(schema)) {
				problems.add(path + " is null");
			}
			return;
		}
		Set<String> names = new LinkedHashSet<>(siblings);
		list(schema, "allOf").forEach((part) -> names.addAll(names(part)));
		list(schema, "allOf").forEach((part) -> check(path, value, part, names, problems));
		alternatives(path, value, list(schema, "oneOf"), problems);
		alternatives(path, value, list(schema, "anyOf"), problems);
		if (schema.get("enum") instanceof List<?> values
				&& values.stream().noneMatch((one) -> String.valueOf(one).equals(value.asString()))) {
			problems.add(path + " is " + value + ", not one of " + values);
		}
		type(path, value, schema, problems);
		ValueChecker.check(value, schema).forEach((problem) -> problems.add(path + " " + problem));
		if (value.isArray() && schema.containsKey("items")) {
			for (int i = 0; i < value.size(); i++) {
				check(path + "[" + i + "]", value.get(i), map(schema.get("items")), problems);
			}
		}
		if (value.isObject()) {
			object(path, value, schema, names, problems);
		}
	}

	private void object(String path, JsonNode value, Map<String, Object> schema, Set<String> siblings,
			List<String> problems) {
		Map<String, Object> properties = properties(schema);
		if (schema.get("required") instanceof List<?> required) {
			required.stream()
				.map(String::valueOf)
				.filter((name) -> properties.containsKey(name) && !value.has(name))
				.forEach((name) -> problems.add(path + "." + name + " is missing"));
		}
		value.properties().forEach((entry) -> {
			Object property = properties.get(entry.getKey());
			if (property != null) {
				check(path + "." + entry.getKey(), entry.getValue(), map(property), problems);
			}
			else if (Boolean.FALSE.equals(schema.get("additionalProperties")) && !siblings.contains(entry.getKey())
					&& !NEWER.contains(entry.getKey())) {
				problems.add(path + "." + entry.getKey() + " is not in the specification");
			}
			else if (schema.get("additionalProperties") instanceof Map<?, ?> additional) {
				check(path + "." + entry.getKey(), entry.getValue(), map(additional), problems);
			}
		});
	}

	private void alternatives(String path, JsonNode value, List<Map<String, Object>> alternatives,
			List<String> problems) {
		if (alternatives.isEmpty()) {
			return;
		}
		List<String> all = new ArrayList<>();
		for (Map<String, Object> alternative : alternatives) {
			List<String> found = new ArrayList<>();
			check(path, value, alternative, found);
			if (found.isEmpty()) {
				return;
			}
			all.addAll(found);
		}
		problems.add(path + " fits no alternative: " + all);
	}

	private static void type(String path, JsonNode value, Map<String, Object> schema, List<String> problems) {
		boolean fits = switch (String.valueOf(schema.get("type"))) {
			case "string" -> value.isString();
			case "boolean" -> value.isBoolean();
			case "integer" -> value.isIntegralNumber();
			case "number" -> value.isNumber();
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			default -> true;
		};
		if (!fits) {
			problems.add(path + " is " + value.getNodeType() + ", not " + schema.get("type"));
		}
	}

	/**
	 * The properties that a part of a combined schema names. The specification closes
	 * parts and still adds to them in others.
	 */
	private Set<String> names(Map<String, Object> given) {
		Map<String, Object> schema = resolve(given);
		Set<String> names = new LinkedHashSet<>(properties(schema).keySet());
		list(schema, "allOf").forEach((part) -> names.addAll(names(part)));
		return names;
	}

	private Map<String, Object> properties(Map<String, Object> schema) {
		return map(schema.getOrDefault("properties", Map.of()));
	}

	private boolean isNullable(Map<String, Object> schema) {
		boolean any = Set.of("allOf", "oneOf", "anyOf")
			.stream()
			.flatMap((name) -> list(schema, name).stream())
			.anyMatch((part) -> isNullable(resolve(part)));
		boolean typeless = !schema.containsKey("type") && !schema.containsKey("$ref") && list(schema, "allOf").isEmpty()
				&& list(schema, "oneOf").isEmpty() && list(schema, "anyOf").isEmpty();
		return any || typeless || Boolean.TRUE.equals(schema.get("nullable"));
	}

	Map<String, Object> resolve(Map<String, Object> schema) {
		Object reference = schema.get("$ref");
		if (reference == null) {
			return schema;
		}
		Map<String, Object> target = this.document;
		for (String segment : reference.toString().substring(2).split("/")) {
			target = map(target.get(segment.replace("~1", "/")));
		}
		return resolve(target);
	}

	private static List<Map<String, Object>> list(Map<String, Object> schema, String name) {
		return (schema.get(name) instanceof List<?> parts) ? parts.stream().map(SchemaChecker::map).toList()
				: List.of();
	}

	static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> entries) {
			entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
		}
		return map;
	}

}
