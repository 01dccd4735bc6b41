package io.github.clerkspring.emulator;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how long the emulator takes to start, each time in a JVM of its own. It is run
 * by hand: what a busy machine measures would make a test fail for no fault of ours.
 */
public final class StartTime {

	private StartTime() {
	}

	/**
	 * Prints milliseconds: how long the start took, and how much of it the thread that
	 * starts was at work.
	 * @param arguments how many JVMs to start; without it, this JVM is measured
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		if (arguments.length == 0) {
			long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			long start = System.nanoTime();
			try (ClerkEmulator clerk = ClerkEmulator.start()) {
				long elapsed = System.nanoTime() - start;
				long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
				System.out.println(elapsed / 1_000_000 + " " + busy / 1_000_000 + " " + clerk);
			}
			return;
		}
		List<Long> elapsed = new ArrayList<>();
		List<Long> busy = new ArrayList<>();
		for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
			String[] measured = measureElsewhere().split(" ");
			elapsed.add(Long.valueOf(measured[0]));
			busy.add(Long.valueOf(measured[1]));
		}
		print("elapsed", elapsed);
		print("busy", busy);
	}

	private static String measureElsewhere() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), StartTime.class.getName())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		String output = new String(process.getInputStream().readAllBytes());
		process.waitFor();
		return output;
	}

	private static void print(String what, List<Long> times) {
		times.sort(null);
		System.out.println(what + " ms: least " + times.get(0) + ", median " + times.get(times.size() / 2) + ", most "
				+ times.get(times.size() - 1));
	}

}
