package io.github.clerkspring.benchmark;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Holds many users in an emulator and says how much of the heap they take. Run with a
 * small heap ({@code -Xmx}), it fails if they do not fit.
 */
public final class EmulatorMemory {

	private static final int MEGABYTE = 1_000_000;

	private EmulatorMemory() {
	}

	/**
	 * Fills an emulator.
	 * @param args how many users, and the most megabytes of heap they may take
	 */
	public static void main(String[] args) {
		int users = Integer.parseInt(args[0]);
		int limit = Integer.parseInt(args[1]);
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			long empty = usedHeap();
			EmulatorUsers.create(clerk, users);
			long full = usedHeap();
			System.out.printf("%,d users: %,d MB of heap, %,d MB before them; at most %,d MB of heap at any time%n",
					users, full / MEGABYTE, empty / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE);
			Object last = clerk.users().get(EmulatorUsers.id(users - 1)).get("id");
			if (full > (long) limit * MEGABYTE || !EmulatorUsers.id(users - 1).equals(last)) {
				System.out.printf("More than %,d MB, or users are missing%n", limit);
				System.exit(1);
			}
		}
	}

	private static long usedHeap() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
