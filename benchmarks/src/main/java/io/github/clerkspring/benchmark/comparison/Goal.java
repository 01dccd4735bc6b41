package io.github.clerkspring.benchmark.comparison;

import java.util.Locale;

/**
 * Goal for the project's own figures.
 *
 * @param text the goal as in the table
 * @param format the format of the measured value
 * @param limit the maximum of the measured value
 * @param measure calculates the value from the costs of all contenders
 */
record Goal(String text, String format, double limit, Measure measure) {

	/**
	 * Limit the CPU time to a multiple of a peer's.
	 * @param factor the factor
	 * @param peer the name of the peer
	 * @return a goal
	 */
	static Goal time(double factor, String peer) {
		return new Goal("CPU ≤ %.2f × %s".formatted(factor, peer), "%.2f ×", factor,
				(costs) -> costs.clerk().nanos() / costs.of(peer).nanos());
	}

	/**
	 * Limit the CPU time to a fraction of a peer's.
	 * @param factor how many times faster than the peer
	 * @param peer the name of the peer
	 * @return a goal
	 */
	static Goal faster(double factor, String peer) {
		return new Goal("≥ %.0f × faster than %s".formatted(factor, peer), "%.4f ×", 1 / factor,
				(costs) -> costs.clerk().nanos() / costs.of(peer).nanos());
	}

	/**
	 * Limit the allocated bytes to a multiple of a peer's.
	 * @param factor the factor
	 * @param peer the name of the peer
	 * @return a goal
	 */
	static Goal bytes(double factor, String peer) {
		return new Goal("bytes ≤ %.2f × %s".formatted(factor, peer), "%.2f ×", factor,
				(costs) -> costs.clerk().bytes() / costs.of(peer).bytes());
	}

	/**
	 * Limit the allocated kilobytes.
	 * @param kilobytes the limit
	 * @return a goal
	 */
	static Goal kilobytes(double kilobytes) {
		return new Goal("≤ %.1f KB".formatted(kilobytes), "%.1f KB", kilobytes,
				(costs) -> costs.clerk().bytes() / 1_024);
	}

	/**
	 * Limit the allocated kilobytes beyond those of a peer.
	 * @param kilobytes the limit
	 * @param peer the name of the peer
	 * @return a goal
	 */
	static Goal kilobytesBeyond(double kilobytes, String peer) {
		return new Goal("≤ %s + %.0f KB".formatted(peer, kilobytes), "+ %.1f KB", kilobytes,
				(costs) -> (costs.clerk().bytes() - costs.of(peer).bytes()) / 1_024);
	}

	Result.Check check(Costs costs) {
		double value = this.measure.of(costs);
		return new Result.Check(this.text, String.format(Locale.ROOT, this.format, value), value <= this.limit);
	}

	/**
	 * Value that a goal limits.
	 */
	@FunctionalInterface
	interface Measure {

		/**
		 * Calculate the value.
		 * @param costs the costs of all contenders
		 * @return the value
		 */
		double of(Costs costs);

	}

}
