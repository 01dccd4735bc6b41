package io.github.clerkspring.emulator.engine;

import io.github.clerkspring.emulator.store.Relations;

/**
 * A group of operations that belong together.
 */
public interface Family {

	/**
	 * Adds the operations.
	 * @param routes the table
	 */
	void register(Operations routes);

	/**
	 * Adds the relations of the family to others: cascades, reactions and initial
	 * resources.
	 * @param relations the relations of all families
	 */
	default void relate(Relations relations) {
	}

}
