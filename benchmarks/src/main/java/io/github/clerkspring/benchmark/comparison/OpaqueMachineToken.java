package io.github.clerkspring.benchmark.comparison;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import reactor.core.publisher.Flux;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;

/**
 * 10,000 verifications of one API key in a second, with a cache of one second.
 */
final class OpaqueMachineToken implements Row {

	private static final String KEY = "ak_" + "a".repeat(32);

	private static final int RATE = 10_000;

	private static final Duration INTERVAL = Duration.ofMillis(10);

	private static final int IN_INTERVAL = (int) (RATE * INTERVAL.toMillis() / 1_000);

	private final StubServerProcess stub;

	private final HttpClient http = HttpClient.newHttpClient();

	OpaqueMachineToken(StubServerProcess stub) {
		this.stub = stub;
	}

	@Override
	public String work() {
		return "opaque machine token, %,d verifications a second, cache of 1 s".formatted(RATE);
	}

	@Override
	public Result measure(Duration time) throws Exception {
		int seconds = Math.toIntExact(time.toSeconds());
		try (ClerkBackendClient clerk = Calls.clerk(this.stub.url())) {
			OpaqueTokenVerifier verifier = OpaqueTokenVerifier.builder(clerk)
				.cache(RATE, Duration.ofSeconds(1))
				.build();
			long callsBefore = calls();
			long start = System.nanoTime();
			Long verified = Flux.interval(INTERVAL)
				.onBackpressureBuffer()
				.take(seconds * RATE / IN_INTERVAL)
				.concatMap((tick) -> Flux.range(0, IN_INTERVAL)
					.flatMap((number) -> verifier.verify(ClerkTokenType.API_KEY, KEY)))
				.count()
				.block(time.multipliedBy(3));
			double elapsed = (System.nanoTime() - start) / 1e9;
			long calls = calls() - callsBefore;
			return new Result(
					List.of(String.format(Locale.ROOT, "this project: %,d verifications in %.1f s, %d calls", verified,
							elapsed, calls)),
					List.of(new Result.Check("1 call a second", String.format(Locale.ROOT, "%.2f", calls / elapsed),
							calls <= Math.ceil(elapsed))));
		}
	}

	private long calls() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.stub.url() + "/verifications")).build();
		return Long.parseLong(this.http.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

}
