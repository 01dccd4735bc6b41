package io.github.clerkspring.emulator.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation on the store: all reads and writes go through it. If the operation
 * throws, everything that it wrote is undone; events are delivered when it is complete.
 */
public final class Transaction {

	private final Store store;

	private final Deque<Runnable> undo = new ArrayDeque<>();

	private final List<Event> events = new ArrayList<>();

	private final @Nullable Object origin;

	Transaction(Store store, @Nullable Object origin) {
		this.store = store;
		this.origin = origin;
	}

	/**
	 * The present instant of the store's clock.
	 * @return milliseconds since the epoch
	 */
	public long now() {
		return this.store.clock().millis();
	}

	public Ids ids() {
		return this.store.ids();
	}

	/**
	 * A part of the instance that is not kept in tables, such as its settings.
	 * @param type the type of the part
	 * @param <T> the type of the part
	 * @return the part
	 */
	public <T> T part(Class<T> type) {
		return this.store.part(type);
	}

	/**
	 * The table of a shape, to read from.
	 * @param shape the shape
	 * @return always the same table
	 */
	public Table table(Shape shape) {
		return this.store.table(shape);
	}

	/**
	 * Adds a resource with a new id.
	 * @param shape its shape
	 * @param values sets its properties
	 * @return the resource
	 */
	public Resource create(Shape shape, Consumer<Draft> values) {
		return create(shape, null, values);
	}

	/**
	 * Adds a resource.
	 * @param shape its shape
	 * @param id its id, or null for a new one
	 * @param values sets its properties
	 * @return the resource
	 * @throws IllegalStateException if the id is taken
	 */
	public Resource create(Shape shape, @Nullable String id, Consumer<Draft> values) {
		Table table = table(shape);
		Resource resource = table.prepare((id != null) ? id : ids().next(shape.prefix()), now());
		Draft draft = new Draft(shape);
		values.accept(draft);
		draft.applyTo(resource);
		table.insert(resource);
		this.undo.push(() -> table.delete(resource));
		return resource;
	}

	/**
	 * Changes a resource and moves its {@code updated_at}.
	 * @param resource the resource
	 * @param changes sets the properties that change
	 * @return the same resource
	 */
	public Resource update(Resource resource, Consumer<Draft> changes) {
		Table table = table(resource.shape());
		Draft draft = new Draft(resource.shape());
		changes.accept(draft);
		Runnable restore = resource.restorer();
		table.delete(resource);
		this.undo.push(() -> {
			table.delete(resource);
			restore.run();
			table.insert(resource);
		});
		draft.applyTo(resource);
		resource.updatedAt(now());
		table.insert(resource);
		return resource;
	}

	/**
	 * Removes a resource and its dependent resources.
	 * @param resource the resource; a removed resource is ignored
	 */
	public void remove(Resource resource) {
		Table table = table(resource.shape());
		if (table.find(resource.id()) == null) {
			return;
		}
		this.store.relations().beforeRemove(this, resource);
		table.delete(resource);
		this.undo.push(() -> table.insert(resource));
		this.store.relations().afterRemove(this, resource);
	}

	/**
	 * Finds a resource that must exist.
	 * @param shape its shape
	 * @param id its id
	 * @return the resource
	 * @throws ApiException 404 if it does not exist
	 */
	public Resource find(Shape shape, String id) {
		Resource resource = table(shape).find(id);
		if (resource == null) {
			throw notFound(shape, id);
		}
		return resource;
	}

	/**
	 * Finds a resource that must exist and belong to another.
	 * @param shape its shape
	 * @param id its id
	 * @param owner the property with the id of the other
	 * @param ownerId the id of the other
	 * @return the resource
	 * @throws ApiException 404 if it does not exist
	 */
	public Resource find(Shape shape, String id, String owner, String ownerId) {
		Resource resource = find(shape, id);
		if (!ownerId.equals(resource.text(owner))) {
			throw notFound(shape, id);
		}
		return resource;
	}

	/**
	 * Removes a resource, as the operations that delete do.
	 * @param resource the resource
	 * @return the body of the response
	 */
	public ObjectNode delete(Resource resource) {
		remove(resource);
		return resource.deleted();
	}

	/**
	 * Publishes an event. Parts of the instance react to it at once, others get it when
	 * the transaction is complete.
	 * @param type the type, as {@code user.created}
	 * @param data the data of the event
	 */
	public void publish(String type, ObjectNode data) {
		this.events.add(new Event(type, data.deepCopy(), this.origin));
		this.store.relations().onEvent(this, type, data);
	}

	/**
	 * Runs a part of an operation with its own rollback: an exception reverts only the
	 * changes of the part.
	 * @param action the part
	 * @param <T> the type of its result
	 * @return its result
	 */
	public <T extends @Nullable Object> T nested(Supplier<T> action) {
		int writes = this.undo.size();
		int published = this.events.size();
		boolean complete = false;
		try {
			T result = action.get();
			complete = true;
			return result;
		}
		finally {
			if (!complete) {
				while (this.undo.size() > writes) {
					this.undo.pop().run();
				}
				this.events.subList(published, this.events.size()).clear();
			}
		}
	}

	private static ApiException notFound(Shape shape, String id) {
		return ApiException.notFound(shape.object().replace('_', ' '), id);
	}

	List<Event> events() {
		return this.events;
	}

	/**
	 * A published event.
	 *
	 * @param type the type, as {@code user.created}
	 * @param data the data
	 * @param origin the origin of the transaction, or null
	 */
	public record Event(String type, ObjectNode data, @Nullable Object origin) {

	}

}
