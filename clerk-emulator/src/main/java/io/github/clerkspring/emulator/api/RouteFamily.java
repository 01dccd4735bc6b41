package io.github.clerkspring.emulator.api;

/**
 * A group of operations that belong together.
 */
public interface RouteFamily {

	/**
	 * Adds the operations.
	 * @param routes the table
	 */
	void register(RouteTable routes);

	/**
	 * Makes the resources that every instance has from the start. Called at the start and
	 * after each reset, on empty tables.
	 */
	default void initialize() {
	}

}
