package io.github.clerkspring.benchmark.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Compares the allocated bytes of operations with the limits in {@code
 * allocation-limits.properties}. The bytes are those of all threads, event loops
 * included, and do not depend on the load of the machine, unlike times.
 */
public final class AllocationLimits {

	private static final int TOKENS = 500;

	private static final int MINIMUM_SLICES = 12;

	private static final int MAXIMUM_SLICES = 100;

	private AllocationLimits() {
	}

	/**
	 * Measure, print, and fail if a limit is exceeded.
	 * @param args none
	 * @throws Exception if an operation fails
	 */
	public static void main(String[] args) throws Exception {
		Properties limits = limits();
		Tokens tokens = new Tokens();
		boolean exceeded = false;
		try (StubServerProcess stub = StubServerProcess.start(tokens.keySet())) {
			for (Map.Entry<String, Contender> operation : operations(tokens, stub).entrySet()) {
				long limit = Long.parseLong(limits.getProperty(operation.getKey()));
				long bytes = lowest(operation.getValue(), limit);
				System.out.printf("%-20s %,9d bytes, limit %,9d%n", operation.getKey(), bytes, limit);
				exceeded |= bytes > limit;
			}
		}
		System.exit(exceeded ? 1 : 0);
	}

	private static Map<String, Contender> operations(Tokens tokens, StubServerProcess stub) throws Exception {
		Map<String, Contender> operations = new LinkedHashMap<>();
		operations.put("first-verification", FirstVerification.clerk(tokens, tokens.mint(TOKENS)));
		operations.put("repeated-verification", RepeatedVerification.clerk(tokens, tokens.mint(TOKENS)));
		operations.put("decode-user", DecodeUser.clerk());
		operations.put("get-user", GetUser.clerk(stub));
		return operations;
	}

	// Compiled code allocates less, and is available later on a busy machine.
	private static long lowest(Contender contender, long limit) throws Exception {
		long lowest = Long.MAX_VALUE;
		for (int i = 0; i < MINIMUM_SLICES || (i < MAXIMUM_SLICES && lowest > limit); i++) {
			lowest = Math.min(lowest, Math.round(ThreadMeter.measure(contender).bytes()));
		}
		return lowest;
	}

	private static Properties limits() throws IOException {
		Properties limits = new Properties();
		try (InputStream file = AllocationLimits.class.getResourceAsStream("allocation-limits.properties")) {
			limits.load(file);
		}
		return limits;
	}

}
