package io.github.clerkspring.benchmark.comparison;

import java.util.List;

/**
 * Result of a row.
 *
 * @param measured what was measured, a text for each contender
 * @param checks the goals
 */
record Result(List<String> measured, List<Check> checks) {

	/**
	 * Goal and measured value.
	 *
	 * @param goal the goal
	 * @param value the measured value
	 * @param met whether the goal is met
	 */
	record Check(String goal, String value, boolean met) {

	}

}
