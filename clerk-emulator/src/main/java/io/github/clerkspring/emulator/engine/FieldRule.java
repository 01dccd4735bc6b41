package io.github.clerkspring.emulator.engine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * A rule for the value of a field, which has the right type and is not null.
 */
@FunctionalInterface
interface FieldRule {

	/**
	 * Checks a value.
	 * @param name the name of the field
	 * @param value the value
	 * @throws ApiException if it breaks the rule
	 */
	void check(String name, JsonNode value);

	static FieldRule oneOf(List<String> values) {
		return (name, value) -> each(value).filter((text) -> !values.contains(text)).findFirst().ifPresent((text) -> {
			throw ApiException.value(name, text);
		});
	}

	static FieldRule range(long minimum, long maximum) {
		return (name, value) -> {
			long number = FieldType.toLong(value);
			if (number < minimum || number > maximum) {
				throw ApiException.value(name, value);
			}
		};
	}

	static FieldRule length(int minimum, int maximum) {
		return (name, value) -> {
			int length = value.asString().length();
			if (length < minimum) {
				throw ApiException.parameter("form_param_min_length_exceeded", name, "does not reach minimum length",
						name + " needs at least " + minimum + " characters.");
			}
			if (length > maximum) {
				throw ApiException.parameter("form_param_max_length_exceeded", name, "exceeds maximum length",
						name + " may have at most " + maximum + " characters.");
			}
		};
	}

	static FieldRule size(int maximum) {
		return (name, value) -> {
			if (value.size() > maximum) {
				throw ApiException.parameter("form_param_array_size_exceeded", name, "exceeds maximum size",
						name + " should not exceed " + maximum + " items.");
			}
		};
	}

	static FieldRule notBlank() {
		return (name, value) -> {
			if (value.asString().isBlank()) {
				throw ApiException.value(name, value.asString());
			}
		};
	}

	static FieldRule matching(Pattern pattern, String description) {
		return (name, value) -> {
			if (!each(value).allMatch((text) -> pattern.matcher(text).matches())) {
				throw ApiException.format(name, name + " must be " + description + ".");
			}
		};
	}

	static Stream<String> each(JsonNode value) {
		return ((value.isArray()) ? value.valueStream() : Stream.of(value)).map(JsonNode::asString);
	}

}
