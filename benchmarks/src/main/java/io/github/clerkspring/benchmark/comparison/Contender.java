package io.github.clerkspring.benchmark.comparison;

/**
 * One way to do the work of a row.
 *
 * @param name the name in the table
 * @param operations the number of operations in a slice
 * @param preparation prepares a slice; not measured
 * @param slice executes all operations of a slice
 */
record Contender(String name, int operations, Work preparation, Work slice) {

	/**
	 * Name of the project's own contender.
	 */
	static final String CLERK = "this project";

	/**
	 * Name of the official SDK.
	 */
	static final String SDK = "SDK";

	/**
	 * Create a contender whose operations are executed one after the other.
	 * @param name the name in the table
	 * @param operations the number of operations in a slice
	 * @param operation the operation; its argument is the number of the operation
	 * @return a contender
	 */
	static Contender of(String name, int operations, Operation operation) {
		return of(name, operations, () -> {
		}, operation);
	}

	static Contender of(String name, int operations, Work preparation, Operation operation) {
		return new Contender(name, operations, preparation, () -> {
			Object last = null;
			for (int i = 0; i < operations; i++) {
				last = operation.execute(i);
			}
			if (last == null) {
				throw new IllegalStateException(name + " has no result");
			}
		});
	}

	/**
	 * Work that may fail.
	 */
	@FunctionalInterface
	interface Work {

		/**
		 * Do the work.
		 * @throws Exception if it fails
		 */
		void run() throws Exception;

	}

	/**
	 * Operation with a result, so that it cannot be removed by the compiler.
	 */
	@FunctionalInterface
	interface Operation {

		/**
		 * Execute the operation.
		 * @param number the number of the operation in its slice
		 * @return the result
		 * @throws Exception if it fails
		 */
		Object execute(int number) throws Exception;

	}

}
