package io.github.clerkspring.benchmark.comparison;

import java.util.Locale;

/**
 * Cost of one operation.
 *
 * @param nanos CPU time of all Java threads in nanoseconds
 * @param bytes allocated bytes of all Java threads
 */
record Figures(double nanos, double bytes) {

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%,.1f µs, %,.1f KB", this.nanos / 1_000, this.bytes / 1_024);
	}

}
