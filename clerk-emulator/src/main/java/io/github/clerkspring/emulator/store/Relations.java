package io.github.clerkspring.emulator.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How families of resources depend on each other: what is removed together, what happens
 * within the same transaction when resources are removed or events are published, and
 * what one family provides for another.
 */
public final class Relations {

	private final Map<Shape, List<BiConsumer<Transaction, Resource>>> before = new IdentityHashMap<>();

	private final Map<Shape, List<BiConsumer<Transaction, Resource>>> after = new IdentityHashMap<>();

	private final Map<Class<?>, Object> parts = new HashMap<>();

	private final List<EventReaction> events = new ArrayList<>();

	private final List<Consumer<Transaction>> beginnings = new ArrayList<>();

	/**
	 * Reacts before each removal, while all can still be shown: the place for cascades
	 * that publish events.
	 * @param shape the shape of what is removed
	 * @param reaction gets the resource
	 */
	public void beforeRemove(Shape shape, BiConsumer<Transaction, Resource> reaction) {
		this.before.computeIfAbsent(shape, (key) -> new ArrayList<>()).add(reaction);
	}

	/**
	 * Reacts after each removal: the place for cascades.
	 * @param shape the shape of what is removed
	 * @param reaction gets the removed resource
	 */
	public void onRemove(Shape shape, BiConsumer<Transaction, Resource> reaction) {
		this.after.computeIfAbsent(shape, (key) -> new ArrayList<>()).add(reaction);
	}

	/**
	 * Removes resources with the one that they belong to.
	 * @param owner the shape of the owner
	 * @param shape the shape of what is removed with it
	 * @param property the indexed property that holds the id of the owner
	 */
	public void removeWith(Shape owner, Shape shape, String property) {
		onRemove(owner, (tx, removed) -> tx.table(shape).by(property, removed.id()).forEach(tx::remove));
	}

	/**
	 * Reacts to events.
	 * @param reaction gets each event
	 */
	public void onEvent(EventReaction reaction) {
		this.events.add(reaction);
	}

	/**
	 * Adds the initial resources of every instance.
	 * @param reaction creates the resources
	 */
	public void onStart(Consumer<Transaction> reaction) {
		this.beginnings.add(reaction);
	}

	/**
	 * Provides what another family needs of this one and declares as an interface.
	 * @param type the interface
	 * @param part the implementation
	 * @param <T> the type of the interface
	 */
	public <T> void provide(Class<T> type, T part) {
		this.parts.put(type, part);
	}

	@Nullable Object part(Class<?> type) {
		return this.parts.get(type);
	}

	void start(Transaction tx) {
		this.beginnings.forEach((reaction) -> reaction.accept(tx));
	}

	void beforeRemove(Transaction tx, Resource resource) {
		this.before.getOrDefault(resource.shape(), List.of()).forEach((reaction) -> reaction.accept(tx, resource));
	}

	void afterRemove(Transaction tx, Resource resource) {
		this.after.getOrDefault(resource.shape(), List.of()).forEach((reaction) -> reaction.accept(tx, resource));
	}

	void onEvent(Transaction tx, String type, ObjectNode data) {
		this.events.forEach((reaction) -> reaction.accept(tx, type, data));
	}

	/**
	 * Reacts to an event.
	 */
	@FunctionalInterface
	public interface EventReaction {

		/**
		 * Reacts.
		 * @param tx the transaction that publishes the event
		 * @param type the type, as {@code user.created}
		 * @param data the data of the event
		 */
		void accept(Transaction tx, String type, ObjectNode data);

	}

}
