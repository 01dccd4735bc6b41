package io.github.clerkspring.benchmark.comparison;

import java.time.Duration;

/**
 * Row of the table.
 */
interface Row {

	/**
	 * Return what is measured.
	 * @return the first cell of the row
	 */
	String work();

	/**
	 * Measure.
	 * @param time the time that the row may take without its preparation
	 * @return the result
	 * @throws Exception if a contender fails
	 */
	Result measure(Duration time) throws Exception;

}
