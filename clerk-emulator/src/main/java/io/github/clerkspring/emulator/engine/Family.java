package io.github.clerkspring.emulator.engine;

/**
 * A group of operations that belong together.
 */
@FunctionalInterface
public interface Family {

	/**
	 * Adds the operations.
	 * @param routes the table
	 */
	void register(Operations routes);

}
