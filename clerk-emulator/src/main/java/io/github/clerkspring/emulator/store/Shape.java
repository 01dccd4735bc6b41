package io.github.clerkspring.emulator.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The properties that resources of one kind have on the wire, in order, with the values
 * that are shown while none was set.
 */
public final class Shape {

	private final String object;

	private final String prefix;

	private final boolean timestamps;

	private final Map<String, Integer> slots;

	private final List<@Nullable Object> defaults;

	private final Set<String> hidden;

	private final Set<String> indexed;

	private final @Nullable Owner owner;

	private Shape(Builder builder) {
		this.object = builder.object;
		this.prefix = builder.prefix;
		this.timestamps = builder.timestamps;
		this.slots = new LinkedHashMap<>(builder.slots);
		this.defaults = new ArrayList<>(builder.defaults);
		this.hidden = Set.copyOf(builder.hidden);
		this.indexed = new LinkedHashSet<>(builder.indexed);
		this.owner = builder.owner;
	}

	/**
	 * Begins a shape.
	 * @param object the value of the property {@code object}
	 * @param prefix the prefix of ids, without underscore
	 * @return the builder
	 */
	public static Builder of(String object, String prefix) {
		return new Builder(object, prefix);
	}

	public String object() {
		return this.object;
	}

	public String prefix() {
		return this.prefix;
	}

	boolean hasTimestamps() {
		return this.timestamps;
	}

	Set<String> indexed() {
		return this.indexed;
	}

	Set<String> names() {
		return this.slots.keySet();
	}

	@Nullable Owner owner() {
		return this.owner;
	}

	boolean isHidden(String name) {
		return this.hidden.contains(name);
	}

	int size() {
		return this.defaults.size();
	}

	int slot(String name) {
		Integer slot = this.slots.get(name);
		if (slot == null) {
			throw new IllegalArgumentException("No property '" + name + "' in " + this.object);
		}
		return slot;
	}

	@Nullable Object defaultOf(int slot) {
		return this.defaults.get(slot);
	}

	/**
	 * The owner of resources that are parts.
	 *
	 * @param shape the shape of the owner
	 * @param property the property with its id
	 */
	record Owner(Shape shape, String property) {

	}

	/**
	 * Collects the properties of a shape.
	 */
	public static final class Builder {

		private final String object;

		private final String prefix;

		private boolean timestamps = true;

		private final Map<String, Integer> slots = new LinkedHashMap<>();

		private final List<@Nullable Object> defaults = new ArrayList<>();

		private final Set<String> hidden = new LinkedHashSet<>();

		private final Set<String> indexed = new LinkedHashSet<>();

		private @Nullable Owner owner;

		private Builder(String object, String prefix) {
			this.object = object;
			this.prefix = prefix;
		}

		/**
		 * Adds properties that are null until they are set.
		 * @param names the names
		 * @return this builder
		 */
		public Builder nullable(String... names) {
			for (String name : names) {
				add(name, null);
			}
			return this;
		}

		/**
		 * Adds a property with a value of its own from the start.
		 * @param name the name
		 * @param value the value until another is set
		 * @return this builder
		 */
		public Builder with(String name, Object value) {
			add(name, value);
			return this;
		}

		/**
		 * Adds properties that are kept but never shown.
		 * @param names the names
		 * @return this builder
		 */
		public Builder hidden(String... names) {
			this.hidden.addAll(List.of(names));
			return nullable(names);
		}

		/**
		 * Adds an index on a property. A list is indexed by each of its elements.
		 * @param names names of declared properties
		 * @return this builder
		 */
		public Builder indexed(String... names) {
			this.indexed.addAll(List.of(names));
			return this;
		}

		/**
		 * Declares the resources as parts of others, as addresses are parts of users.
		 * @param owner the shape of the others
		 * @param property the property with the id of the owner
		 * @return this builder
		 */
		public Builder partOf(Shape owner, String property) {
			this.owner = new Owner(owner, property);
			return this;
		}

		/**
		 * Leaves out {@code created_at} and {@code updated_at}.
		 * @return this builder
		 */
		public Builder withoutTimestamps() {
			this.timestamps = false;
			return this;
		}

		/**
		 * Finishes the shape.
		 * @return the shape
		 */
		public Shape build() {
			return new Shape(this);
		}

		private void add(String name, @Nullable Object value) {
			this.slots.put(name, this.defaults.size());
			this.defaults.add(value);
		}

	}

}
