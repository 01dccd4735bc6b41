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
 * Relations between families of resources: cascading removals, reactions to removals and
 * events within the same transaction, and interfaces that one family provides for
 * another.
 */
public final class Relations {

	private final Map<Shape, List<BiConsumer<Transaction, Resource>>> before = new IdentityHashMap<>();

	private final Map<Shape, List<BiConsumer<Transaction, Resource>>> after = new IdentityHashMap<>();

	private final Map<Class<?>, Object> parts = new HashMap<>();

	private final List<EventReaction> events = new ArrayList<>();

	private final List<Consumer<Transaction>> beginnings = new ArrayList<>();

	/**
	 * Adds a reaction before each removal, for cascades that publish events with complete
	 * data.
	 * @param shape the shape of the removed resources
	 * @param reaction the reaction
	 */
	public void beforeRemove(Shape shape, BiConsumer<Transaction, Resource> reaction) {
		this.before.computeIfAbsent(shape, (key) -> new ArrayList<>()).add(reaction);
	}

	/**
	 * Adds a reaction after each removal, for cascades.
	 * @param shape the shape of the removed resources
	 * @param reaction the reaction
	 */
	public void onRemove(Shape shape, BiConsumer<Transaction, Resource> reaction) {
		this.after.computeIfAbsent(shape, (key) -> new ArrayList<>()).add(reaction);
	}

	/**
	 * Removes resources with their owner.
	 * @param owner the shape of the owner
	 * @param shape the shape of the dependent resources
	 * @param property the indexed property with the id of the owner
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
	 * Provides an implementation of an interface that another family declares.
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
