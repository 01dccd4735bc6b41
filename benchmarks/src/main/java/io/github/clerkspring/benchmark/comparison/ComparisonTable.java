package io.github.clerkspring.benchmark.comparison;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints a table of all rows with goals and measured values.
 */
public final class ComparisonTable {

	private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private static final List<String> OPTIONS = List.of("quick", "native");

	private ComparisonTable() {
	}

	/**
	 * Measure and print.
	 * @param args {@code quick} for short measurements, {@code native} for a native
	 * provider of cryptography, and names of rows, which are the names of their classes;
	 * all rows if there are none
	 */
	public static void main(String[] args) {
		try {
			measure(args);
			System.exit(0);
		}
		catch (Exception ex) {
			ex.printStackTrace();
			// Threads of the peers do not end by themselves
			System.exit(1);
		}
	}

	private static void measure(String[] args) throws Exception {
		boolean quick = List.of(args).contains("quick");
		if (List.of(args).contains("native")) {
			NativeProvider.install();
		}
		List<String> names = Stream.of(args).filter((name) -> !OPTIONS.contains(name)).toList();
		Duration time = Duration.ofSeconds(quick ? 9 : 45);
		Tokens tokens = new Tokens();
		try (StubServerProcess stub = StubServerProcess.start(tokens.keySet())) {
			OUT.printf("Java %s, %d processors, RSA of %s%n%n", Runtime.version(),
					Runtime.getRuntime().availableProcessors(),
					Signature.getInstance("SHA256withRSA").getProvider().getInfo());
			OUT.println("| work | CPU time and allocation of an operation | goal | result |\n|---|---|---|---|");
			for (Row row : rows(tokens, stub)) {
				if (names.isEmpty() || names.contains(row.getClass().getSimpleName())) {
					print(row.work(), row.measure(time));
				}
			}
		}
	}

	private static List<Row> rows(Tokens tokens, StubServerProcess stub) {
		return List.of(new FirstVerification(tokens, stub), new RepeatedVerification(tokens, stub),
				new VerificationGrowth(tokens), new TokenToAuthentication(tokens), new GetUser(stub),
				new ListUsers(stub), new DecodeUser(), new DecodeUsers(), new CallsInFlight(stub, 200),
				new CallsInFlight(stub, 6_000), new ReadAhead(stub), new VerifiedWebhook(),
				new OpaqueMachineToken(stub), new EmulatorQueries());
	}

	private static void print(String work, Result result) {
		String measured = String.join("<br>", result.measured());
		if (result.checks().isEmpty()) {
			OUT.printf("| %s | %s | | |%n", work, measured);
		}
		for (Result.Check check : result.checks()) {
			boolean first = check == result.checks().get(0);
			OUT.printf("| %s | %s | %s | %s %s |%n", first ? work : "", first ? measured : "", check.goal(),
					check.value(), check.met() ? "met" : "**missed**");
		}
	}

}
