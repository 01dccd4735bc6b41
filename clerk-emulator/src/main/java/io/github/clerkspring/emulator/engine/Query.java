package io.github.clerkspring.emulator.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * The parameters behind the question mark. A name may come several times, with or without
 * brackets behind it, or once with commas.
 */
public final class Query {

	private final Map<String, List<String>> parameters = new LinkedHashMap<>();

	/**
	 * Creates a query.
	 * @param parameters the decoded values by name
	 */
	public Query(Map<String, List<String>> parameters) {
		parameters.forEach((name, values) -> {
			String key = (name.endsWith("[]")) ? name.substring(0, name.length() - 2) : name;
			this.parameters.computeIfAbsent(key, (same) -> new ArrayList<>()).addAll(values);
		});
	}

	/**
	 * The first value.
	 * @param name the parameter
	 * @return the value, or null if absent or empty
	 */
	public @Nullable String text(String name) {
		List<String> values = this.parameters.getOrDefault(name, List.of());
		return (values.isEmpty() || values.get(0).isEmpty()) ? null : values.get(0);
	}

	/**
	 * The first value, which must be one of some.
	 * @param name the parameter
	 * @param allowed the values that are allowed
	 * @return the value, or null if absent
	 */
	public @Nullable String text(String name, List<String> allowed) {
		String value = text(name);
		if (value != null && !allowed.contains(value)) {
			throw ApiException.value(name, value);
		}
		return value;
	}

	/**
	 * The first value, which must be there.
	 * @param name the parameter
	 * @return the value
	 */
	public String required(String name) {
		String value = text(name);
		if (value == null) {
			throw ApiException.badRequest("missing_query_parameter", "The query parameter '" + name + "' is missing.");
		}
		return value;
	}

	/**
	 * Returns all values, split at commas.
	 * @param name the parameter
	 * @return the values, empty if absent
	 */
	public List<String> all(String name) {
		return this.parameters.getOrDefault(name, List.of())
			.stream()
			.flatMap((value) -> List.of(value.split(",")).stream())
			.map((value) -> value.startsWith(" ") ? "+" + value.substring(1) : value)
			.filter((value) -> !value.isBlank())
			.toList();
	}

	/**
	 * A truth value.
	 * @param name the parameter
	 * @return the value, or null if absent
	 */
	public @Nullable Boolean flag(String name) {
		String value = text(name, List.of("true", "false", "1", "0"));
		return (value != null) ? Boolean.valueOf("true".equals(value) || "1".equals(value)) : null;
	}

	/**
	 * A whole number, also in the form {@code 10.0} that clients with floating-point
	 * numbers send.
	 * @param name the parameter
	 * @return the number, or null if absent
	 */
	public @Nullable Long number(String name) {
		String value = text(name);
		if (value == null) {
			return null;
		}
		try {
			return new BigDecimal(value).longValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw ApiException.format(name, name + " must be a whole number.");
		}
	}

}
