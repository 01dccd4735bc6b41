package io.github.clerkspring.emulator.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * All resources of one shape, in the order of their creation. Not safe for use by several
 * threads: the emulator handles one call at a time.
 */
public final class Table {

	private final Shape shape;

	private final LongSupplier now;

	private final Consumer<Runnable> undo;

	private final Map<String, Resource> byId = new HashMap<>();

	private final TreeSet<Resource> ordered = new TreeSet<>(Resource.BY_CREATION);

	private final Map<String, Index> indexes = new LinkedHashMap<>();

	private final List<Consumer<Resource>> farewells = new ArrayList<>();

	private final List<Consumer<Resource>> removalListeners = new ArrayList<>();

	private long sequence;

	Table(Shape shape, LongSupplier now, Consumer<Runnable> undo) {
		this.shape = shape;
		this.now = now;
		this.undo = undo;
		shape.indexed().forEach((property) -> this.indexes.put(property, new Index(property)));
	}

	public Shape shape() {
		return this.shape;
	}

	/**
	 * Adds a resource.
	 * @param id its id
	 * @param values sets its properties
	 * @return the resource
	 * @throws IllegalStateException if the id is taken
	 */
	public Resource add(String id, Consumer<Draft> values) {
		Resource resource = new Resource(this.shape, id, this.sequence++, this.now.getAsLong());
		if (this.byId.putIfAbsent(id, resource) != null) {
			throw new IllegalStateException("There is already a " + this.shape.object() + " with id " + id);
		}
		this.undo.accept(() -> delete(resource));
		values.accept(new Draft(resource));
		insert(resource);
		return resource;
	}

	/**
	 * Changes a resource and moves its {@code updated_at}.
	 * @param resource a resource of this table
	 * @param changes sets the properties that change
	 * @return the same resource
	 */
	public Resource update(Resource resource, Consumer<Draft> changes) {
		Runnable restore = resource.restorer();
		takeOut(resource);
		this.undo.accept(() -> {
			takeOut(resource);
			restore.run();
			insert(resource);
		});
		changes.accept(new Draft(resource));
		resource.updatedAt(this.now.getAsLong());
		insert(resource);
		return resource;
	}

	/**
	 * Removes a resource, and then what the listeners tie to it.
	 * @param resource a resource of this table
	 */
	public void remove(Resource resource) {
		if (!this.byId.containsKey(resource.id())) {
			return;
		}
		this.farewells.forEach((listener) -> listener.accept(resource));
		delete(resource);
		this.undo.accept(() -> {
			this.byId.put(resource.id(), resource);
			insert(resource);
		});
		this.removalListeners.forEach((listener) -> listener.accept(resource));
	}

	/**
	 * Calls a listener before each removal, while all can still be shown: the place for
	 * cascades that others are told of.
	 * @param listener gets the resource that goes
	 */
	public void beforeRemove(Consumer<Resource> listener) {
		this.farewells.add(listener);
	}

	/**
	 * Calls a listener after each removal: the place for cascades.
	 * @param listener gets the removed resource
	 */
	public void onRemove(Consumer<Resource> listener) {
		this.removalListeners.add(listener);
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
	 * @return a copy, oldest first, so that members can be changed while reading it
	 */
	public List<Resource> by(String property, Object value) {
		return new ArrayList<>(index(property).find(value));
	}

	/**
	 * Finds the oldest by an indexed property.
	 * @param property the property
	 * @param value its value
	 * @return the resource or null
	 */
	public @Nullable Resource first(String property, Object value) {
		TreeSet<Resource> found = index(property).find(value);
		return (found.isEmpty()) ? null : found.first();
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

	private void delete(Resource resource) {
		this.byId.remove(resource.id());
		takeOut(resource);
	}

	private void takeOut(Resource resource) {
		this.ordered.remove(resource);
		this.indexes.values().forEach((index) -> index.remove(resource));
	}

	private void insert(Resource resource) {
		this.ordered.add(resource);
		this.indexes.values().forEach((index) -> index.add(resource));
	}

	private Index index(String property) {
		Index index = this.indexes.get(property);
		if (index == null) {
			throw new IllegalArgumentException(this.shape.object() + " has no index on " + property);
		}
		return index;
	}

}
