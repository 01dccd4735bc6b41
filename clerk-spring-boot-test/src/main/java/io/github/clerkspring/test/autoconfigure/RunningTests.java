package io.github.clerkspring.test.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Running tests of an application context, which share its emulator.
 */
final class RunningTests {

	private final Set<RunningTest> running = new LinkedHashSet<>();

	/**
	 * Add a test.
	 * @param test the test
	 * @param reset the operation that resets the emulator, or an operation without effect
	 * @param resets whether the operation resets the emulator
	 * @throws IllegalStateException if the reset would disturb another test
	 */
	synchronized void start(RunningTest test, Runnable reset, boolean resets) {
		if (resets && !this.running.isEmpty()) {
			throw new IllegalStateException("The emulator cannot be reset for " + test.name() + " because "
					+ this.running.iterator().next().name() + " uses it: both run in parallel with one application "
					+ "context. Run them one after another, or share the emulator with "
					+ "@AutoConfigureClerkEmulator(reset = false) and users and organizations of their own, "
					+ "such as those of ClerkEmulator.users().create().");
		}
		reset.run();
		this.running.add(test);
	}

	synchronized void end(RunningTest test) {
		this.running.remove(test);
	}

	/**
	 * Execution of a test method.
	 */
	static final class RunningTest {

		private final String name;

		RunningTest(String name) {
			this.name = name;
		}

		String name() {
			return this.name;
		}

	}

}
