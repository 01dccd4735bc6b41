package io.github.clerkspring.client.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Base class of requests. A field that is not set is omitted, and a field that is set to
 * {@code null} is sent as {@code null}. In a request body the fields form a JSON object;
 * as a parameter without annotation they form the query. Instances are immutable: each
 * setter returns a new instance, and maps, lists and arrays are copied.
 *
 * @param <T> the type of the request itself
 */
public abstract class RequestFields<T extends RequestFields<T>> {

	/** Prefix of the names of client options, which are not sent. */
	static final String OPTION = "@";

	private final Map<String, @Nullable Object> values;

	private final Map<String, @Nullable Object> fields;

	private final Function<Map<String, @Nullable Object>, T> factory;

	/**
	 * Create a request.
	 * @param fields the fields by their names in the request
	 * @param factory the constructor of the request, used for each modified copy
	 */
	protected RequestFields(Map<String, @Nullable Object> fields, Function<Map<String, @Nullable Object>, T> factory) {
		this.values = fields;
		this.fields = sent(fields);
		this.factory = factory;
	}

	private static Map<String, @Nullable Object> sent(Map<String, @Nullable Object> values) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>(values);
		fields.keySet().removeIf((name) -> name.startsWith(OPTION));
		return Collections.unmodifiableMap(fields);
	}

	/** Set a field by its name in the request; null is not permitted. */
	protected final T set(String name, @Nullable Object value) {
		Assert.notNull(value, () -> name + " must not be null");
		return setNullable(name, value);
	}

	/** Set a field by its name in the request; null clears it. */
	protected final T setNullable(String name, @Nullable Object value) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>(this.values);
		copy.put(name, ImmutableValue.copyOf(name, value));
		return this.factory.apply(copy);
	}

	/** Return a client option, or {@code null} if it is not set. */
	final @Nullable Object option(String name) {
		return this.values.get(name);
	}

	/** Check the length of a text and return it; null is permitted. */
	protected static @Nullable String text(String name, @Nullable String value, int max) {
		Assert.isTrue(value == null || value.length() <= max,
				() -> name + " must not be longer than " + max + " characters");
		return value;
	}

	/** Check the size of a list and return it; null is permitted. */
	protected static <E> @Nullable List<E> items(String name, @Nullable List<E> values, int max) {
		Assert.isTrue(values == null || values.size() <= max,
				() -> name + " must not have more than " + max + " items");
		return values;
	}

	/** Check the range of a number and return it; null is permitted. */
	protected static @Nullable Long number(String name, @Nullable Number value, long min, long max) {
		Assert.isTrue(value == null || (value.longValue() >= min && value.longValue() <= max),
				() -> name + " must be between " + min + " and " + max + ", not " + value);
		return (value != null) ? value.longValue() : null;
	}

	/**
	 * Return the fields that are sent.
	 * @return the fields that are set, by their names in the request, in insertion order;
	 * a null value is sent as null
	 */
	@JsonValue
	public final Map<String, @Nullable Object> fields() {
		return this.fields;
	}

	@Override
	public final boolean equals(@Nullable Object other) {
		return other != null && getClass() == other.getClass() && this.values.equals(((RequestFields<?>) other).values);
	}

	@Override
	public final int hashCode() {
		return this.values.hashCode();
	}

	/** Return the names of the fields. Values are omitted, as they can be secrets. */
	@Override
	public final String toString() {
		return getClass().getSimpleName() + this.fields.keySet();
	}

}
