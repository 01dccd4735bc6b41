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
 * Fields of a request as they were set: a field that was never set is absent on the wire,
 * a field that was set to {@code null} is sent as {@code null}. As the body of a request
 * the fields become a JSON object, as a bare parameter the query. Instances are
 * immutable: each setter gives a new one, and copies maps, lists and arrays.
 *
 * @param <T> the type of the request itself
 */
public abstract class RequestFields<T extends RequestFields<T>> {

	/** What the name of an option of this client begins with, which is never sent. */
	static final String OPTION = "@";

	private final Map<String, @Nullable Object> values;

	private final Map<String, @Nullable Object> fields;

	private final Function<Map<String, @Nullable Object>, T> factory;

	/**
	 * Create a request.
	 * @param fields the fields by their names on the wire
	 * @param factory the constructor of the request, used for each changed copy
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

	/** Set a field, by its name on the wire, that Clerk does not allow to be null. */
	protected final T set(String name, @Nullable Object value) {
		Assert.notNull(value, () -> name + " must not be null");
		return setNullable(name, value);
	}

	/** Set a field, by its name on the wire, that may be null: null clears it. */
	protected final T setNullable(String name, @Nullable Object value) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>(this.values);
		copy.put(name, ImmutableValue.copyOf(name, value));
		return this.factory.apply(copy);
	}

	/** Return an option of this client, or {@code null} if it was not set. */
	final @Nullable Object option(String name) {
		return this.values.get(name);
	}

	/** Check the length of a text, which may be null, and return it. */
	protected static @Nullable String text(String name, @Nullable String value, int max) {
		Assert.isTrue(value == null || value.length() <= max,
				() -> name + " must not be longer than " + max + " characters");
		return value;
	}

	/** Check the size of a list, which may be null, and return it. */
	protected static <E> @Nullable List<E> items(String name, @Nullable List<E> values, int max) {
		Assert.isTrue(values == null || values.size() <= max,
				() -> name + " must not have more than " + max + " items");
		return values;
	}

	/** Check the range of a number, which may be null, and return it. */
	protected static @Nullable Long number(String name, @Nullable Number value, long min, long max) {
		Assert.isTrue(value == null || (value.longValue() >= min && value.longValue() <= max),
				() -> name + " must be between " + min + " and " + max + ", not " + value);
		return (value != null) ? value.longValue() : null;
	}

	/**
	 * Return the fields as they are sent.
	 * @return the fields that were set, by their names on the wire, in the order of their
	 * setting; a value is null where null is to be sent
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

	/** Return the names of the fields; never their values, which may be passwords. */
	@Override
	public final String toString() {
		return getClass().getSimpleName() + this.fields.keySet();
	}

}
