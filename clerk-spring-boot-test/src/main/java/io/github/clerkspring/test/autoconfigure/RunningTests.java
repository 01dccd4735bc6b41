package io.github.clerkspring.test.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The tests of one application context that run now. They share the emulator of the
 * context.
 */
final class RunningTests {

	private final Set<RunningTest> running = new LinkedHashSet<>();

	/**
	 * Adds a test.
	 * @param test the test
	 * @param reset resets the emulator for the test, or does nothing
	 * @param resets whether it does reset
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
	 * One execution of a test method.
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
