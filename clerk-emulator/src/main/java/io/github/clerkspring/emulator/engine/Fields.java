package io.github.clerkspring.emulator.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * The fields that the body of an operation may have. Immutable; each method gives a copy
 * with more fields.
 */
public final class Fields {

	private final Map<String, Field> fields;

	private Fields(Map<String, Field> fields) {
		this.fields = Collections.unmodifiableMap(fields);
	}

	/**
	 * A body without fields.
	 * @return no fields yet
	 */
	public static Fields none() {
		return new Fields(new LinkedHashMap<>());
	}

	/**
	 * Fields that must be there and not be null.
	 * @param type their type
	 * @param names their names
	 * @return a copy with them
	 */
	public Fields required(FieldType type, String... names) {
		return with(new Field(type, true, false, List.of()), names);
	}

	/**
	 * Fields that may be absent but not null.
	 * @param type their type
	 * @param names their names
	 * @return a copy with them
	 */
	public Fields optional(FieldType type, String... names) {
		return with(new Field(type, false, false, List.of()), names);
	}

	/**
	 * Fields that may be absent or null.
	 * @param type their type
	 * @param names their names
	 * @return a copy with them
	 */
	public Fields nullable(FieldType type, String... names) {
		return with(new Field(type, false, true, List.of()), names);
	}

	/**
	 * Restricts a text field to some values.
	 * @param name a field that was added before
	 * @param values the values
	 * @return a copy with the restriction
	 */
	public Fields oneOf(String name, String... values) {
		Field field = this.fields.get(name);
		if (field == null) {
			throw new IllegalArgumentException("No field " + name);
		}
		return with(new Field(field.type, field.required, field.nullable, List.of(values)), name);
	}

	/**
	 * Leaves out fields.
	 * @param names their names
	 * @return a copy without them
	 */
	public Fields without(String... names) {
		Map<String, Field> copy = new LinkedHashMap<>(this.fields);
		copy.keySet().removeAll(List.of(names));
		return new Fields(copy);
	}

	/**
	 * Checks a body.
	 * @param body what was sent
	 * @throws ApiException if a field is unknown, missing, null or of another type
	 */
	public void check(ObjectNode body) {
		for (String name : body.propertyNames()) {
			if (!this.fields.containsKey(name)) {
				throw ApiException.parameter("form_param_unknown", name, "is unknown",
						name + " is not a valid parameter for this request.");
			}
		}
		this.fields.forEach((name, field) -> field.check(name, body.get(name)));
	}

	private Fields with(Field field, String... names) {
		Map<String, Field> copy = new LinkedHashMap<>(this.fields);
		for (String name : names) {
			copy.put(name, field);
		}
		return new Fields(copy);
	}

	private record Field(FieldType type, boolean required, boolean nullable, List<String> values) {

		void check(String name, @Nullable JsonNode value) {
			if (value == null) {
				if (this.required) {
					throw ApiException.parameter("form_param_missing", name, "is missing", name + " must be included.");
				}
			}
			else if (value.isNull()) {
				if (!this.nullable) {
					throw ApiException.parameter("form_param_nil", name, "is nil", name + " can't be null.");
				}
			}
			else {
				checkValue(name, value);
			}
		}

		private void checkValue(String name, JsonNode value) {
			if (!this.type.accepts(value)) {
				if (this.type == FieldType.INSTANT && value.isString()) {
					throw ApiException.parameter("form_param_invalid_time", name, "invalid format",
							name + " must contain a datetime specified in RFC3339 format.");
				}
				throw ApiException.parameter("form_param_type_invalid", name, "is invalid",
						"`" + name + "` must be a `" + this.type.description() + "`.");
			}
			if (!this.values.isEmpty()) {
				(value.isArray() ? value.valueStream() : java.util.stream.Stream.of(value)).map(JsonNode::asString)
					.filter((text) -> !this.values.contains(text))
					.findFirst()
					.ifPresent((text) -> {
						throw ApiException.value(name, text);
					});
			}
		}

	}

}
