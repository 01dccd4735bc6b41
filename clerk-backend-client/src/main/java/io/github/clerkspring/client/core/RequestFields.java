package io.github.clerkspring.client.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Fields of a request as they were set: a field that was never set is absent on the wire,
 * a field that was set to {@code null} is sent as {@code null}. As the body of a request
 * the fields become a JSON object, as a bare parameter the query. Instances are
 * immutable: each setter gives a new one.
 *
 * @param <T> the type of the request itself
 */
public abstract class RequestFields<T extends RequestFields<T>> {

	private final Map<String, @Nullable Object> fields;

	private final Function<Map<String, @Nullable Object>, T> factory;

	/**
	 * Create a request.
	 * @param fields the fields by their names on the wire
	 * @param factory the constructor of the request, used for each changed copy
	 */
	protected RequestFields(Map<String, @Nullable Object> fields, Function<Map<String, @Nullable Object>, T> factory) {
		this.fields = Collections.unmodifiableMap(fields);
		this.factory = factory;
	}

	/**
	 * Set a field that Clerk does not allow to be null.
	 * @param name the name on the wire
	 * @param value the value
	 * @return a copy with the field set
	 */
	protected final T set(String name, @Nullable Object value) {
		Assert.notNull(value, () -> name + " must not be null");
		return setNullable(name, value);
	}

	/**
	 * Set a field that may be null: null clears it.
	 * @param name the name on the wire
	 * @param value the value, or {@code null} to send null
	 * @return a copy with the field set
	 */
	protected final T setNullable(String name, @Nullable Object value) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>(this.fields);
		copy.put(name, value);
		return this.factory.apply(copy);
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
		return other != null && getClass() == other.getClass() && this.fields.equals(((RequestFields<?>) other).fields);
	}

	@Override
	public final int hashCode() {
		return this.fields.hashCode();
	}

	/**
	 * Return the names of the fields; never their values, which may be passwords.
	 */
	@Override
	public final String toString() {
		return getClass().getSimpleName() + this.fields.keySet();
	}

}
