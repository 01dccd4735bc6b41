package io.github.clerkspring.emulator.engine;

import org.jspecify.annotations.Nullable;

/**
 * A resource while it is being made or changed.
 */
public final class Draft {

	private final Resource resource;

	Draft(Resource resource) {
		this.resource = resource;
	}

	/**
	 * Sets a property.
	 * @param name a property of the shape
	 * @param value text, number, boolean, list or tree; null brings back what the shape
	 * gives
	 * @return this draft
	 */
	public Draft set(String name, @Nullable Object value) {
		this.resource.set(name, value);
		return this;
	}

	/**
	 * Sets another instant of creation.
	 * @param instant milliseconds since the epoch
	 * @return this draft
	 */
	public Draft createdAt(long instant) {
		this.resource.createdAt(instant);
		return this;
	}

}
