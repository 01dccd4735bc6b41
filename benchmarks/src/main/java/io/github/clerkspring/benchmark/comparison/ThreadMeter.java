package io.github.clerkspring.benchmark.comparison;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/**
 * Measures CPU time and allocation of all Java threads, and so of event loops as well.
 * Threads of the compiler and of the garbage collector are not included.
 */
final class ThreadMeter {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private ThreadMeter() {
	}

	/**
	 * Measure a slice.
	 * @param contender the contender
	 * @return the cost of an operation
	 * @throws Exception if the slice fails
	 */
	static Figures measure(Contender contender) throws Exception {
		contender.preparation().run();
		long[] threads = THREADS.getAllThreadIds();
		long nanos = sum(THREADS.getThreadCpuTime(threads));
		long bytes = sum(THREADS.getThreadAllocatedBytes(threads));
		contender.slice().run();
		threads = THREADS.getAllThreadIds();
		bytes = sum(THREADS.getThreadAllocatedBytes(threads)) - bytes;
		nanos = sum(THREADS.getThreadCpuTime(threads)) - nanos;
		return new Figures((double) nanos / contender.operations(), (double) bytes / contender.operations());
	}

	// Threads that ended have the value -1.
	private static long sum(long[] values) {
		long sum = 0;
		for (long value : values) {
			sum += Math.max(0, value);
		}
		return sum;
	}

}
