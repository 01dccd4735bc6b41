package io.github.clerkspring.boot.security.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Server with the operation that verifies API keys, whose response can be anything.
 */
final class VerifyEndpoint implements AutoCloseable {

	private final AtomicInteger requests = new AtomicInteger();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private volatile String body = "";

	VerifyEndpoint() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/v1/api_keys/verify", this::respond);
		this.server.start();
	}

	private void respond(HttpExchange exchange) throws IOException {
		this.requests.incrementAndGet();
		try {
			exchange.getRequestBody().readAllBytes();
			this.gate.await(60, TimeUnit.SECONDS);
			byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, (bytes.length > 0) ? bytes.length : -1);
			if (bytes.length > 0) {
				exchange.getResponseBody().write(bytes);
			}
			exchange.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Respond with a body.
	 */
	void answer(String body) {
		this.body = body;
	}

	/**
	 * Hold responses until the latch is released.
	 */
	CountDownLatch hold() {
		CountDownLatch latch = new CountDownLatch(1);
		this.gate = latch;
		return latch;
	}

	int requests() {
		return this.requests.get();
	}

	@Override
	public void close() {
		this.gate.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
