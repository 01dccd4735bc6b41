package io.github.clerkspring.benchmark.comparison;

import java.time.Duration;
import java.util.List;

/**
 * Row whose contenders are measured in alternating slices.
 */
abstract class AlternatingRow implements Row {

	private final String work;

	AlternatingRow(String work) {
		this.work = work;
	}

	@Override
	public final String work() {
		return this.work;
	}

	@Override
	public final Result measure(Duration time) throws Exception {
		Costs costs = Slices.measure(contenders(), time);
		return new Result(costs.describe(), goals().stream().map((goal) -> goal.check(costs)).toList());
	}

	abstract List<Contender> contenders() throws Exception;

	abstract List<Goal> goals();

}
