package io.github.clerkspring.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * What calls over HTTP take as the emulator grows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx500m")
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
public class EmulatorSizeBenchmark {

	/**
	 * How many users the emulator holds.
	 */
	@Param({ "1000", "10000", "100000" })
	public int users;

	private final HttpClient http = HttpClient.newHttpClient();

	private ClerkEmulator clerk;

	private int next;

	/**
	 * Fills the emulator.
	 */
	@Setup
	public void fill() {
		this.clerk = ClerkEmulator.start();
		EmulatorUsers.create(this.clerk, this.users);
	}

	/**
	 * Stops the emulator.
	 */
	@TearDown
	public void stop() {
		this.clerk.close();
	}

	/**
	 * {@code GET /users/{user_id}}.
	 * @return the answer
	 */
	@Benchmark
	public String get() {
		return get("/users/" + EmulatorUsers.id(anyone()));
	}

	/**
	 * {@code GET /users}, the newest hundred.
	 * @return the answer
	 */
	@Benchmark
	public String listNewest() {
		return get("/users?limit=100");
	}

	/**
	 * {@code GET /users} by e-mail address.
	 * @return the answer
	 */
	@Benchmark
	public String listByEmailAddress() {
		return get("/users?email_address=" + EmulatorUsers.emailAddress(anyone()));
	}

	/**
	 * {@code POST /users/{user_id}/lock}, a change.
	 * @return the answer
	 */
	@Benchmark
	public String change() {
		return send(
				request("/users/" + EmulatorUsers.id(anyone()) + "/lock").POST(HttpRequest.BodyPublishers.noBody()));
	}

	private int anyone() {
		this.next = (this.next + 7919) % this.users;
		return this.next;
	}

	private String get(String path) {
		return send(request(path));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.clerk.baseUrl() + "/v1" + path))
			.header("Authorization", "Bearer " + this.clerk.secretKey());
	}

	private String send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(response.statusCode() + " " + response.body());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
