package io.github.clerkspring.emulator.store;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * All resources of one shape, in the order of their creation. Not safe for use by several
 * threads: the emulator handles one call at a time.
 */
public final class Table {

	private final Shape shape;

	private final Map<String, Resource> byId = new HashMap<>();

	private final TreeSet<Resource> ordered = new TreeSet<>(Resource.BY_CREATION);

	private final Map<String, Index> indexes = new LinkedHashMap<>();

	private final Store store;

	private long sequence;

	Table(Shape shape, Store store) {
		this.shape = shape;
		this.store = store;
		shape.indexed().forEach((property) -> this.indexes.put(property, new Index(property)));
	}

	public Shape shape() {
		return this.shape;
	}

	/**
	 * Finds by id.
	 * @param id the id
	 * @return the resource or null
	 */
	public @Nullable Resource find(String id) {
		return this.byId.get(id);
	}

	/**
	 * Finds by an indexed property.
	 * @param property the property
	 * @param value its value
	 * @return an immutable copy, oldest first, so that resources can be changed while
	 * reading it
	 */
	public List<Resource> by(String property, Object value) {
		return index(property).copy(value);
	}

	/**
	 * Finds the oldest by an indexed property.
	 * @param property the property
	 * @param value its value
	 * @return the resource or null
	 */
	public @Nullable Resource first(String property, Object value) {
		return index(property).first(value);
	}

	/**
	 * Counts by an indexed property, without reading the resources.
	 * @param property the property
	 * @param value its value
	 * @return how many
	 */
	public int count(String property, Object value) {
		return index(property).count(value);
	}

	/**
	 * All resources, oldest first.
	 * @return a view
	 */
	public NavigableSet<Resource> all() {
		return Collections.unmodifiableNavigableSet(this.ordered);
	}

	public int size() {
		return this.byId.size();
	}

	NavigableSet<Resource> indexed(String property, Object value) {
		return index(property).find(value);
	}

	boolean isIndexed(String property) {
		return this.indexes.containsKey(property);
	}

	void clear() {
		this.byId.clear();
		this.ordered.clear();
		this.indexes.values().forEach(Index::clear);
	}

	/**
	 * Creates a resource for the table, without adding it.
	 * @param id its id
	 * @param now the instant of its creation
	 * @return the resource
	 * @throws IllegalStateException if the id is taken
	 */
	Resource prepare(String id, long now) {
		if (this.byId.containsKey(id)) {
			throw new IllegalStateException("There is already a " + this.shape.object() + " with id " + id);
		}
		return new Resource(this.shape, id, this.sequence++, now);
	}

	void insert(Resource resource) {
		this.byId.put(resource.id(), resource);
		this.ordered.add(resource);
		this.indexes.values().forEach((index) -> index.add(resource));
		forgetSearchText(resource);
	}

	void delete(Resource resource) {
		this.byId.remove(resource.id());
		this.ordered.remove(resource);
		this.indexes.values().forEach((index) -> index.remove(resource));
		forgetSearchText(resource);
	}

	private void forgetSearchText(Resource resource) {
		resource.forgetSearchText();
		Shape.Owner owner = this.shape.owner();
		if (owner != null) {
			Resource whole = this.store.table(owner.shape()).find(resource.required(owner.property()));
			if (whole != null) {
				whole.forgetSearchText();
			}
		}
	}

	private Index index(String property) {
		Index index = this.indexes.get(property);
		if (index == null) {
			throw new IllegalArgumentException(this.shape.object() + " has no index on " + property);
		}
		return index;
	}

}
