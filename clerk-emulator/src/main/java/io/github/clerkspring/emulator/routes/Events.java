package io.github.clerkspring.emulator.routes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what happened in the instance, by the names that webhooks have. What a listener
 * publishes itself comes after what it was told of, for all listeners.
 */
public final class Events {

	private final List<BiConsumer<String, ObjectNode>> listeners = new CopyOnWriteArrayList<>();

	private final Deque<Event> waiting = new ArrayDeque<>();

	/**
	 * Adds a listener, which is called while the operation is under way and must not
	 * block.
	 * @param listener gets the type, as {@code user.created}, and the data
	 */
	public void listen(BiConsumer<String, ObjectNode> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Tells all listeners.
	 * @param type the type, as {@code user.created}
	 * @param data the data of the event
	 */
	public void publish(String type, ObjectNode data) {
		this.waiting.add(new Event(type, data));
		if (this.waiting.size() > 1) {
			return;
		}
		try {
			for (Event next = this.waiting.peek(); next != null; next = this.waiting.peek()) {
				Event event = next;
				this.listeners.forEach((listener) -> listener.accept(event.type(), event.data()));
				this.waiting.remove();
			}
		}
		finally {
			this.waiting.clear();
		}
	}

	private record Event(String type, ObjectNode data) {

	}

}
