package io.github.clerkspring.benchmark.comparison;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.clerk.backend_api.Clerk;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.ClerkTransport;
import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Calls whose responses come after 100 ms, 5,000 of them in flight at any time.
 */
final class CallsInFlight implements Row {

	private static final int CALLS = 5_000;

	private static final int MOST_THREADS = 20;

	private final StubServerProcess stub;

	private final int connections;

	CallsInFlight(StubServerProcess stub, int connections) {
		this.stub = stub;
		this.connections = connections;
	}

	@Override
	public String work() {
		return "5,000 in flight, responses after 100 ms, %,d connections".formatted(this.connections);
	}

	@Override
	public Result measure(Duration time) throws Exception {
		Load clerk = clerk(time.multipliedBy(2).dividedBy(3));
		if (this.connections < CALLS) {
			return new Result(List.of(Contender.CLERK + ": " + clerk),
					List.of(clerk.withoutErrors(), clerk.withFewThreads()));
		}
		Load sdk = sdk(time.multipliedBy(2).dividedBy(3));
		return new Result(List.of(Contender.CLERK + ": " + clerk, Contender.SDK + ": " + sdk), List
			.of(clerk.withoutErrors(), clerk.withFewThreads(), clerk.rateBeyond(sdk), clerk.slowestWithin(sdk)));
	}

	private Load clerk(Duration time) {
		ClerkTransport.Settings settings = new ClerkTransport.Settings(Duration.ofSeconds(2), this.connections, 10_000,
				Duration.ofSeconds(30));
		try (ClerkTransport transport = new ClerkTransport(settings);
				ClerkBackendClient clerk = ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_benchmark"))
					.apiUrl(this.stub.slowUrl())
					.httpClient(transport.httpClient())
					.build()) {
			return load(time,
					(recorder, end) -> Flux.<Integer>generate((sink) -> next(sink, end))
						.flatMap((number) -> Mono.defer(() -> recorder.record(clerk.users().get(UserJson.ID))), CALLS)
						.blockLast(Duration.ofMinutes(2)));
		}
	}

	private static void next(SynchronousSink<Integer> sink, long end) {
		if (System.nanoTime() < end) {
			sink.next(0);
		}
		else {
			sink.complete();
		}
	}

	private Load sdk(Duration time) {
		Clerk sdk = Calls.sdk(this.stub.slowUrl());
		ExecutorService threads = Executors.newFixedThreadPool(CALLS);
		try {
			return load(time, (recorder, end) -> {
				List<Future<?>> callers = new ArrayList<>();
				for (int i = 0; i < CALLS; i++) {
					callers.add(threads.submit(() -> {
						while (System.nanoTime() < end) {
							recorder.record(Mono.fromCallable(() -> sdk.users().get(UserJson.ID))).block();
						}
					}));
				}
				for (Future<?> caller : callers) {
					caller.get();
				}
			});
		}
		finally {
			threads.shutdownNow();
		}
	}

	// The first half opens the connections and is not counted.
	private Load load(Duration time, Traffic traffic) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long before = threads.getThreadCount() - reactorThreads();
		threads.resetPeakThreadCount();
		run(traffic, new Recorder(), time.dividedBy(2));
		Recorder recorder = new Recorder();
		double clientBefore = cpuSeconds(ProcessHandle.current());
		double serverBefore = cpuSeconds(this.stub.process().toHandle());
		long start = System.nanoTime();
		run(traffic, recorder, time.dividedBy(2));
		double seconds = (System.nanoTime() - start) / 1e9;
		int count = recorder.nanos.size();
		return new Load(count / seconds, recorder.errors.get(), threads.getPeakThreadCount() - before,
				recorder.percentile(), (cpuSeconds(ProcessHandle.current()) - clientBefore) / count,
				(cpuSeconds(this.stub.process().toHandle()) - serverBefore) / count);
	}

	private static double cpuSeconds(ProcessHandle process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
	}

	// Event loops and timers, which other rows may have started
	private static long reactorThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("reactor-") || thread.getName().startsWith("parallel-"))
			.count();
	}

	private static void run(Traffic traffic, Recorder recorder, Duration time) {
		try {
			traffic.run(recorder, System.nanoTime() + time.toNanos());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Calls until a time.
	 */
	@FunctionalInterface
	private interface Traffic {

		void run(Recorder recorder, long end) throws Exception;

	}

	/**
	 * Records the times and the errors of calls.
	 */
	private static final class Recorder {

		private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

		private final AtomicInteger errors = new AtomicInteger();

		Mono<?> record(Mono<?> call) {
			long start = System.nanoTime();
			return call.doOnSuccess((result) -> this.nanos.add(System.nanoTime() - start)).onErrorResume((ex) -> {
				this.errors.incrementAndGet();
				return Mono.empty();
			});
		}

		double percentile() {
			return this.nanos.stream()
				.mapToLong(Long::longValue)
				.sorted()
				.skip(this.nanos.size() * 99L / 100)
				.findFirst()
				.orElse(0) / 1e9;
		}

	}

	/**
	 * Outcome of the calls.
	 *
	 * @param rate the calls in a second
	 * @param errors the failed calls
	 * @param threads the threads that made the calls
	 * @param slowest the 99th percentile of the time of a call in seconds
	 * @param clientCpu the CPU time of this process for a call in seconds
	 * @param serverCpu the CPU time of the stub server for a call in seconds
	 */
	private record Load(double rate, int errors, long threads, double slowest, double clientCpu, double serverCpu) {

		Result.Check withoutErrors() {
			return new Result.Check("no errors", String.valueOf(this.errors), this.errors == 0);
		}

		Result.Check withFewThreads() {
			return new Result.Check("≤ 20 threads", String.valueOf(this.threads), this.threads <= MOST_THREADS);
		}

		Result.Check rateBeyond(Load peer) {
			double factor = this.rate / peer.rate;
			return new Result.Check("rate ≥ 4 × SDK", String.format(Locale.ROOT, "%.1f ×", factor), factor >= 4);
		}

		Result.Check slowestWithin(Load peer) {
			double factor = this.slowest / peer.slowest;
			return new Result.Check("p99 ≤ 0.4 × SDK", String.format(Locale.ROOT, "%.2f ×", factor), factor <= 0.4);
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT,
					"%,.0f/s, %d errors, %,d threads, p99 %.2f s, CPU of a call %.0f µs and %.0f µs in the stub server",
					this.rate, this.errors, this.threads, this.slowest, this.clientCpu * 1e6, this.serverCpu * 1e6);
		}

	}

}
