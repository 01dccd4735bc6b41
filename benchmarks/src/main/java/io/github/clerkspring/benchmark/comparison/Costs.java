package io.github.clerkspring.benchmark.comparison;

import java.util.List;
import java.util.Map;

/**
 * Cost of an operation for each contender.
 *
 * @param figures the cost by the name of the contender
 */
record Costs(Map<String, Figures> figures) {

	Figures of(String name) {
		Figures cost = this.figures.get(name);
		if (cost == null) {
			throw new IllegalStateException(name + " was not measured");
		}
		return cost;
	}

	Figures clerk() {
		return of(Contender.CLERK);
	}

	List<String> describe() {
		return this.figures.entrySet().stream().map((entry) -> entry.getKey() + ": " + entry.getValue()).toList();
	}

}
