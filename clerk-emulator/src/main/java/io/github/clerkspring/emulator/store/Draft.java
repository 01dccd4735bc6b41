package io.github.clerkspring.emulator.store;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A resource while it is being made or changed.
 */
public final class Draft {

	private final Shape shape;

	private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

	private @Nullable Long createdAt;

	Draft(Shape shape) {
		this.shape = shape;
	}

	/**
	 * Sets a property.
	 * @param name a property of the shape
	 * @param value text, number, boolean, list or tree; null restores the value of the
	 * shape
	 * @return this draft
	 */
	public Draft set(String name, @Nullable Object value) {
		this.shape.slot(name);
		this.values.put(name, value);
		return this;
	}

	/**
	 * Sets another instant of creation.
	 * @param instant milliseconds since the epoch
	 * @return this draft
	 */
	public Draft createdAt(long instant) {
		this.createdAt = instant;
		return this;
	}

	void applyTo(Resource resource) {
		this.values.forEach(resource::set);
		if (this.createdAt != null) {
			resource.createdAt(this.createdAt);
		}
	}

}
