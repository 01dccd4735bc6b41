package io.github.clerkspring.sample.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.clerkspring.test.webhook.SignedWebhook;

/**
 * One process of the application.
 */
final class Node {

	private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

	/** Each process begins elsewhere and takes no port twice. */
	private static final AtomicInteger nextPort = new AtomicInteger(
			(int) (ProcessHandle.current().pid() * 64 % 22_000));

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final int port = freePort();

	private final Class<?> application;

	private final Path log;

	private final List<String> arguments;

	private Process process;

	Node(Class<?> application, Path log, List<String> arguments) {
		this.application = application;
		this.log = log;
		this.arguments = arguments;
	}

	void start(String... more) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
						this.application.getName(), "--server.port=" + this.port, "--server.address=127.0.0.1"));
		command.addAll(this.arguments);
		command.addAll(List.of(more));
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		awaitStart();
	}

	private void awaitStart() {
		long end = System.nanoTime() + START_TIMEOUT.toNanos();
		while (status(HttpRequest.newBuilder(uri()).timeout(Duration.ofSeconds(15)).GET()) != 405) {
			if (!this.process.isAlive() || System.nanoTime() > end) {
				throw new IllegalStateException("The application did not start, see " + this.log);
			}
			pause(100);
		}
	}

	int port() {
		return this.port;
	}

	/** SIGKILL, which leaves the process no time for anything. */
	void kill() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void stop() {
		if (this.process != null) {
			kill();
		}
	}

	/**
	 * Post a webhook.
	 * @param webhook the webhook
	 * @return the status, or 0 without a response
	 */
	int post(SignedWebhook webhook) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri())
			.timeout(Duration.ofSeconds(15))
			.POST(BodyPublishers.ofString(webhook.body()));
		webhook.headers().forEach((name, values) -> values.forEach((value) -> request.header(name, value)));
		return status(request);
	}

	/**
	 * Send a request with a session token.
	 * @param token the token
	 * @return the status, or 0 without a response
	 */
	int get(String token) {
		return status(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/"))
			.timeout(Duration.ofSeconds(15))
			.header("Authorization", "Bearer " + token)
			.GET());
	}

	private URI uri() {
		return URI.create("http://127.0.0.1:" + this.port + "/webhooks/clerk");
	}

	private int status(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	static void pause(long millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// Below the ports of outgoing connections, which could take it before the server
	private static int freePort() {
		return IntStream.generate(() -> 10_000 + nextPort.getAndIncrement() % 22_000)
			.limit(1_000)
			.filter(Node::isFree)
			.findFirst()
			.orElseThrow();
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
