package io.github.clerkspring.benchmark.comparison;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Measures contenders in alternating slices of one process, so that a load of the machine
 * meets all of them. The 10th percentile of the slices excludes most of that load.
 */
final class Slices {

	private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

	private static final int MINIMUM = 20;

	private static final Duration MAXIMUM_WARM_UP = Duration.ofMinutes(1);

	private static final double IDLE = 0.1;

	private Slices() {
	}

	/**
	 * Measure contenders.
	 * @param contenders the contenders
	 * @param time the time for all of them, of which the first third is a warm-up. The
	 * warm-up is longer if the compiler is still in use then
	 * @return the cost of an operation, by name
	 * @throws Exception if a contender fails
	 */
	static Costs measure(List<Contender> contenders, Duration time) throws Exception {
		warmUp(contenders, time.dividedBy(3));
		return rounds(contenders, time.multipliedBy(2).dividedBy(3));
	}

	// Contenders have different amounts of code, and a busy machine compiles it later
	private static void warmUp(List<Contender> contenders, Duration time) throws Exception {
		long start = System.nanoTime();
		Duration rest = time;
		double compilation;
		do {
			long begin = System.nanoTime();
			long before = COMPILER.getTotalCompilationTime();
			rounds(contenders, rest);
			rest = Duration.ZERO;
			compilation = (double) TimeUnit.MILLISECONDS.toNanos(COMPILER.getTotalCompilationTime() - before)
					/ (System.nanoTime() - begin);
		}
		while (compilation > IDLE && System.nanoTime() - start < MAXIMUM_WARM_UP.toNanos());
	}

	private static Costs rounds(List<Contender> contenders, Duration time) throws Exception {
		Map<String, List<Figures>> slices = new LinkedHashMap<>();
		long end = System.nanoTime() + time.toNanos();
		for (int round = 0; round < MINIMUM || System.nanoTime() < end; round++) {
			for (Contender contender : contenders) {
				slices.computeIfAbsent(contender.name(), (name) -> new ArrayList<>())
					.add(ThreadMeter.measure(contender));
			}
		}
		Map<String, Figures> figures = new LinkedHashMap<>();
		slices.forEach((name, measured) -> figures.put(name,
				new Figures(lowest(measured, Figures::nanos), lowest(measured, Figures::bytes))));
		return new Costs(figures);
	}

	private static double lowest(List<Figures> slices, ToDoubleFunction<Figures> figure) {
		return slices.stream().mapToDouble(figure).sorted().skip(slices.size() / 10).findFirst().orElseThrow();
	}

}
