package io.github.clerkspring.emulator.store;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * All tables, each made when it is first asked for.
 */
public final class Store {

	private final LongSupplier now;

	private final Map<Shape, Table> tables = new IdentityHashMap<>();

	public Store(LongSupplier now) {
		this.now = now;
	}

	/**
	 * The table of a shape.
	 * @param shape the shape
	 * @return always the same table
	 */
	public Table table(Shape shape) {
		return this.tables.computeIfAbsent(shape, (key) -> new Table(key, this.now));
	}

	/**
	 * Forgets all resources and tells no listener.
	 */
	public void clear() {
		this.tables.values().forEach(Table::clear);
	}

}
