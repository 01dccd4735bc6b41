package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what happened in the instance, by the names that webhooks have.
 */
public final class Events {

	private final List<BiConsumer<String, ObjectNode>> listeners = new CopyOnWriteArrayList<>();

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
		this.listeners.forEach((listener) -> listener.accept(type, data));
	}

}
