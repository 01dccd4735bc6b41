package io.github.clerkspring.emulator.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * All tables, each made when it is first asked for.
 */
public final class Store {

	private final LongSupplier now;

	private final Map<Shape, Table> tables = new IdentityHashMap<>();

	private final Deque<Runnable> undo = new ArrayDeque<>();

	private boolean active;

	public Store(LongSupplier now) {
		this.now = now;
	}

	/**
	 * The table of a shape.
	 * @param shape the shape
	 * @return always the same table
	 */
	public Table table(Shape shape) {
		return this.tables.computeIfAbsent(shape, (key) -> new Table(key, this.now, this::onRollback));
	}

	/**
	 * Runs an action as one transaction: if it throws, all that it wrote is taken back.
	 * An action inside of another is a part of it, and taken back alone if the other
	 * catches what it throws.
	 * @param action the action
	 * @param <T> the type of its result
	 * @return its result
	 */
	public <T extends @Nullable Object> T transaction(Supplier<T> action) {
		boolean outermost = !this.active;
		int savepoint = this.undo.size();
		boolean done = false;
		this.active = true;
		try {
			T result = action.get();
			done = true;
			return result;
		}
		finally {
			while (!done && this.undo.size() > savepoint) {
				this.undo.pop().run();
			}
			if (outermost) {
				this.undo.clear();
				this.active = false;
			}
		}
	}

	private void onRollback(Runnable action) {
		if (!this.active) {
			throw new IllegalStateException("There is no transaction");
		}
		this.undo.push(action);
	}

	/**
	 * Forgets all resources and tells no listener.
	 */
	public void clear() {
		this.tables.values().forEach(Table::clear);
	}

}
