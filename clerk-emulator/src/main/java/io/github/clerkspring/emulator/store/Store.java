package io.github.clerkspring.emulator.store;

import java.time.Clock;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All tables of an instance. Transactions run one after another.
 */
public final class Store {

	private final Clock clock;

	private final Ids ids;

	private final Relations relations;

	private final Map<Class<?>, Object> parts = new HashMap<>();

	private final Map<Shape, Table> tables = new IdentityHashMap<>();

	private final List<Consumer<Transaction.Event>> listeners = new CopyOnWriteArrayList<>();

	private @Nullable Transaction current;

	/**
	 * Creates a store with the initial resources of every instance.
	 * @param clock the clock
	 * @param relations the reactions to removals and events
	 * @param parts objects that transactions find by their class, such as settings
	 */
	public Store(Clock clock, Relations relations, Object... parts) {
		this.clock = clock;
		this.ids = new Ids(clock::millis);
		this.relations = relations;
		for (Object part : parts) {
			this.parts.put(part.getClass(), part);
		}
		run(relations::start);
	}

	/**
	 * Runs an action in a new transaction, or in the current one.
	 * @param action the action
	 * @param <T> the type of its result
	 * @return its result
	 */
	public <T extends @Nullable Object> T transaction(Function<Transaction, T> action) {
		return transaction(null, action);
	}

	/**
	 * Runs an action in a new transaction, or in the current one.
	 * @param origin the origin of the action, for events
	 * @param action the action
	 * @param <T> the type of its result
	 * @return its result
	 */
	public synchronized <T extends @Nullable Object> T transaction(@Nullable Object origin,
			Function<Transaction, T> action) {
		Transaction running = this.current;
		if (running != null) {
			return running.nested(() -> action.apply(running));
		}
		Transaction tx = new Transaction(this, origin);
		this.current = tx;
		try {
			T result = tx.nested(() -> action.apply(tx));
			tx.events().forEach(this::deliver);
			return result;
		}
		finally {
			this.current = null;
		}
	}

	/**
	 * Runs an action without result as one transaction.
	 * @param action the action
	 */
	public void run(Consumer<Transaction> action) {
		this.<@Nullable Object>transaction((tx) -> {
			action.accept(tx);
			return null;
		});
	}

	/**
	 * Adds a listener, which gets the events of complete transactions and must not block.
	 * @param listener gets the type, as {@code user.created}, and the data
	 */
	public void listen(BiConsumer<String, ObjectNode> listener) {
		listen((event) -> listener.accept(event.type(), event.data()));
	}

	/**
	 * Adds a listener, which gets the events of complete transactions and must not block.
	 * @param listener gets the events
	 */
	public void listen(Consumer<Transaction.Event> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Resets the store to the initial resources of every instance, without events.
	 */
	public synchronized void reset() {
		this.tables.values().forEach(Table::clear);
		run(this.relations::start);
	}

	Clock clock() {
		return this.clock;
	}

	Ids ids() {
		return this.ids;
	}

	Relations relations() {
		return this.relations;
	}

	<T> T part(Class<T> type) {
		Object own = this.parts.get(type);
		Object part = (own != null) ? own : this.relations.part(type);
		if (part == null) {
			throw new IllegalArgumentException("The store has no " + type.getName());
		}
		return type.cast(part);
	}

	Table table(Shape shape) {
		return this.tables.computeIfAbsent(shape, (absent) -> new Table(absent, this));
	}

	void clear() {
		this.tables.values().forEach(Table::clear);
	}

	private void deliver(Transaction.Event event) {
		this.listeners.forEach((listener) -> listener.accept(event));
	}

}
