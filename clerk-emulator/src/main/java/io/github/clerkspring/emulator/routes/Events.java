package io.github.clerkspring.emulator.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what happened in the instance, by the names that webhooks have. What a listener
 * publishes itself comes after what it was told of, for all listeners.
 */
public final class Events {

	private final List<BiConsumer<String, ObjectNode>> participants = new CopyOnWriteArrayList<>();

	private final List<BiConsumer<String, ObjectNode>> listeners = new CopyOnWriteArrayList<>();

	private final List<Event> waiting = new ArrayList<>();

	/**
	 * Adds a part of the instance that acts on events within the same transaction.
	 * @param participant gets the type, as {@code user.created}, and the data
	 */
	void react(BiConsumer<String, ObjectNode> participant) {
		this.participants.add(participant);
	}

	/**
	 * Adds a listener, which is called when a transaction is committed and must not
	 * block.
	 * @param listener gets the type, as {@code user.created}, and the data
	 */
	public void listen(BiConsumer<String, ObjectNode> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Publishes an event when the transaction is committed.
	 * @param type the type, as {@code user.created}
	 * @param data the data of the event
	 */
	public void publish(String type, ObjectNode data) {
		this.waiting.add(new Event(type, data.deepCopy()));
		this.participants.forEach((participant) -> participant.accept(type, data));
	}

	int size() {
		return this.waiting.size();
	}

	void discard(int from) {
		this.waiting.subList(from, this.waiting.size()).clear();
	}

	void deliver() {
		List<Event> events = List.copyOf(this.waiting);
		this.waiting.clear();
		events.forEach((event) -> this.listeners.forEach((listener) -> listener.accept(event.type(), event.data())));
	}

	private record Event(String type, ObjectNode data) {

	}

}
