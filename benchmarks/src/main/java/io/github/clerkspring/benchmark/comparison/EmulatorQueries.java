package io.github.clerkspring.benchmark.comparison;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Requests to the emulator with 1,000, 10,000 and 100,000 users.
 */
final class EmulatorQueries implements Row {

	private static final int[] SIZES = { 1_000, 10_000, 100_000 };

	private static final int REQUESTS = 60;

	private static final double LONGEST_SCAN = 5;

	private final HttpClient http = HttpClient.newHttpClient();

	@Override
	public String work() {
		return "emulator, time of a request in ms with 1,000 / 10,000 / 100,000 users";
	}

	@Override
	public Result measure(Duration time) throws Exception {
		List<Double> byText = new ArrayList<>();
		List<Double> byOffset = new ArrayList<>();
		List<Double> byAddress = new ArrayList<>();
		for (int size : SIZES) {
			try (ClerkEmulator clerk = ClerkEmulator.start()) {
				for (int i = 0; i < size; i++) {
					clerk.users().create(address(i));
				}
				byText.add(millis(clerk, "query=person%08d".formatted(size - 7)));
				byOffset.add(millis(clerk, "limit=10&offset=" + (size - 20)));
				byAddress.add(millis(clerk, "email_address=" + address(size / 2)));
			}
		}
		return new Result(
				List.of("query=: " + describe(byText), "deep offset: " + describe(byOffset),
						"email_address=: " + describe(byAddress)),
				List.of(atMost("query=", byText), atMost("deep offset", byOffset), flat(byAddress)));
	}

	private static String address(int number) {
		return "person%08d@example.com".formatted(number);
	}

	private static String describe(List<Double> millis) {
		return millis.stream()
			.map((value) -> String.format(Locale.ROOT, "%.2f", value))
			.collect(Collectors.joining(" / "));
	}

	// The 10th percentile excludes the load of the machine.
	private double millis(ClerkEmulator clerk, String query) throws Exception {
		List<Double> millis = new ArrayList<>();
		HttpRequest request = HttpRequest.newBuilder(URI.create(clerk.baseUrl() + "/v1/users?" + query))
			.header("Authorization", "Bearer " + clerk.secretKey())
			.build();
		for (int i = 0; i < 2 * REQUESTS; i++) {
			long start = System.nanoTime();
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200 || !response.body().contains("person")) {
				throw new IllegalStateException(response.statusCode() + " " + response.body());
			}
			if (i >= REQUESTS) {
				millis.add((System.nanoTime() - start) / 1e6);
			}
		}
		return millis.stream().sorted().skip(REQUESTS / 10).findFirst().orElseThrow();
	}

	private static Result.Check atMost(String request, List<Double> millis) {
		return new Result.Check(request + " ≤ 5 ms with 10,000", String.format(Locale.ROOT, "%.2f ms", millis.get(1)),
				millis.get(1) <= LONGEST_SCAN);
	}

	// Half a millisecond is what the machine alone may add.
	private static Result.Check flat(List<Double> millis) {
		double growth = millis.get(2) - millis.get(0);
		return new Result.Check("email_address= flat to 100,000", String.format(Locale.ROOT, "%+.2f ms", growth),
				growth <= 0.5);
	}

}
