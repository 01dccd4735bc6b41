package io.github.clerkspring.benchmark;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * What the first emulator of a Java process takes to start: each measurement is a new
 * process.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Measurement(iterations = 1)
public class EmulatorStartBenchmark {

	private ClerkEmulator clerk;

	/**
	 * Until the emulator listens.
	 * @return the emulator
	 */
	@Benchmark
	public ClerkEmulator start() {
		this.clerk = ClerkEmulator.start();
		return this.clerk;
	}

	/**
	 * Until the first operation is done, for which operations and JSON must be loaded.
	 * @return the id of a user
	 */
	@Benchmark
	public String startAndCreateUser() {
		return start().users().create("ada@example.com");
	}

	/**
	 * Stops the emulator.
	 */
	@TearDown
	public void stop() {
		this.clerk.close();
	}

}
