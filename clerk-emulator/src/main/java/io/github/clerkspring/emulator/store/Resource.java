package io.github.clerkspring.emulator.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One resource: an id, two instants and the values of the properties of its shape. It is
 * changed through its {@link Table} only, which keeps the indexes right.
 */
public final class Resource {

	static final Comparator<Resource> BY_CREATION = Comparator.comparingLong((Resource resource) -> resource.createdAt)
		.thenComparingLong((resource) -> resource.sequence);

	private final Shape shape;

	private final String id;

	private final long sequence;

	private final @Nullable Object[] values;

	private long createdAt;

	private long updatedAt;

	private @Nullable String searchText;

	Resource(Shape shape, String id, long sequence, long now) {
		this.shape = shape;
		this.id = id;
		this.sequence = sequence;
		this.values = new Object[shape.size()];
		this.createdAt = now;
		this.updatedAt = now;
	}

	Shape shape() {
		return this.shape;
	}

	public String id() {
		return this.id;
	}

	/**
	 * The instant of creation.
	 * @return milliseconds since the epoch
	 */
	public long createdAt() {
		return this.createdAt;
	}

	/**
	 * The instant of the last change.
	 * @return milliseconds since the epoch
	 */
	public long updatedAt() {
		return this.updatedAt;
	}

	/**
	 * Returns the value of a property, or the default of its shape.
	 * @param name a property of the shape
	 * @return the value
	 */
	public @Nullable Object get(String name) {
		int slot = this.shape.slot(name);
		Object value = this.values[slot];
		return (value != null) ? value : this.shape.defaultOf(slot);
	}

	/**
	 * A text property.
	 * @param name a property of the shape
	 * @return the text or null
	 */
	public @Nullable String text(String name) {
		return Objects.toString(get(name), null);
	}

	/**
	 * A text property that has been set.
	 * @param name a property of the shape
	 * @return the text
	 */
	public String required(String name) {
		String value = text(name);
		if (value == null) {
			throw new IllegalStateException("No " + name + " in " + this.id);
		}
		return value;
	}

	/**
	 * Whether a property is true.
	 * @param name a property of the shape
	 * @return false also when it is not set
	 */
	public boolean flag(String name) {
		return Boolean.TRUE.equals(get(name));
	}

	/**
	 * A numeric property.
	 * @param name a property of the shape
	 * @return the number or null
	 */
	public @Nullable Long number(String name) {
		return (get(name) instanceof Number number) ? number.longValue() : null;
	}

	/**
	 * Returns the value of a property that is a list of strings.
	 * @param name a property of the shape
	 * @return the texts, empty when not set
	 */
	public List<String> texts(String name) {
		Object value = get(name);
		if (value instanceof ArrayNode array) {
			return array.valueStream().map(JsonNode::asString).toList();
		}
		return (value instanceof Collection<?> texts) ? texts.stream().map(String::valueOf).toList() : List.of();
	}

	/**
	 * An object property, as metadata.
	 * @param name a property of the shape
	 * @return the object, empty when not set; not to be changed
	 */
	public ObjectNode object(String name) {
		return (get(name) instanceof ObjectNode object) ? object : Json.object();
	}

	/**
	 * A text to search in, kept until the resource or one of its parts changes.
	 * @param text makes the text from the resource and its parts
	 * @return the text
	 */
	public String searchText(Supplier<String> text) {
		String kept = this.searchText;
		if (kept == null) {
			kept = text.get();
			this.searchText = kept;
		}
		return kept;
	}

	/**
	 * The resource as Clerk shows it: {@code id}, {@code object}, the properties in their
	 * order and the two instants.
	 * @return a tree of its own, to which more can be added
	 */
	public ObjectNode toJson() {
		ObjectNode node = Json.object();
		node.put("id", this.id).put("object", this.shape.object());
		for (String name : this.shape.names()) {
			if (!this.shape.isHidden(name)) {
				node.set(name, Json.of(get(name)));
			}
		}
		if (this.shape.hasTimestamps()) {
			node.put("created_at", this.createdAt).put("updated_at", this.updatedAt);
		}
		return node;
	}

	/**
	 * Returns the representation of a deleted resource.
	 * @return a new mutable tree
	 */
	public ObjectNode deleted() {
		return Json.object().put("object", this.shape.object()).put("id", this.id).put("deleted", true);
	}

	void forgetSearchText() {
		this.searchText = null;
	}

	void set(String name, @Nullable Object value) {
		this.values[this.shape.slot(name)] = value;
	}

	/**
	 * Keeps the present state.
	 * @return brings it back
	 */
	Runnable restorer() {
		@Nullable Object[] before = this.values.clone();
		long created = this.createdAt;
		long updated = this.updatedAt;
		return () -> {
			System.arraycopy(before, 0, this.values, 0, before.length);
			this.createdAt = created;
			this.updatedAt = updated;
		};
	}

	void createdAt(long instant) {
		this.createdAt = instant;
	}

	void updatedAt(long instant) {
		this.updatedAt = instant;
	}

}
