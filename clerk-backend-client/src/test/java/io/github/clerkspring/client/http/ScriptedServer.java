package io.github.clerkspring.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.resources.ConnectionProvider;

/**
 * Server that fails each attempt of one call as its script says, beginning anew when the
 * script is at its end, and an HTTP client that fails with it.
 */
class ScriptedServer implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

	private final ConnectionProvider connections = ConnectionProvider.create("scripted", 2);

	private final List<Failure> script;

	private final AtomicInteger attempts = new AtomicInteger();

	private final AtomicInteger requests = new AtomicInteger();

	ScriptedServer(List<Failure> script) throws IOException {
		this.script = script;
		Thread thread = new Thread(this::serve, "scripted-server");
		thread.setDaemon(true);
		thread.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.socket.getLocalPort();
	}

	HttpClient httpClient() {
		return HttpClient.create(this.connections).mapConnect(this::attempt);
	}

	int attempts() {
		return this.attempts.get();
	}

	int requests() {
		return this.requests.get();
	}

	private Mono<? extends Connection> attempt(Mono<? extends Connection> connect) {
		return Mono.defer(() -> {
			this.attempts.incrementAndGet();
			return (failure() == Failure.POOL_EXHAUSTED)
					? Mono.error(new PoolAcquireTimeoutException(Duration.ofSeconds(1))) : connect;
		});
	}

	private Failure failure() {
		return this.script.get((this.attempts.get() - 1) % this.script.size());
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				readRequest(connection.getInputStream());
				this.requests.incrementAndGet();
				fail(connection, failure());
			}
			catch (IOException ex) {
				// the connection is broken on purpose, or the server is closed
			}
		}
	}

	private static void fail(Socket connection, Failure failure) throws IOException {
		connection.setSoLinger(failure == Failure.BROKEN, 0);
		connection.getOutputStream().write(failure.answer.getBytes(StandardCharsets.US_ASCII));
		connection.getOutputStream().flush();
		if (failure == Failure.SILENT) {
			connection.getInputStream().read();
		}
	}

	private static void readRequest(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("closed by the client");
			}
			head.append((char) next);
		}
		String headers = head.toString().toLowerCase(Locale.ROOT);
		int index = headers.indexOf("content-length: ");
		if (index >= 0) {
			in.readNBytes(Integer.parseInt(headers.substring(index + 16, headers.indexOf("\r\n", index))));
		}
	}

	@Override
	public void close() throws IOException {
		this.connections.dispose();
		this.socket.close();
	}

	enum Failure {

		UNAVAILABLE("HTTP/1.1 503 Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),

		RATE_LIMITED("HTTP/1.1 429 Slow\r\nRetry-After: 0\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),

		ERROR("HTTP/1.1 500 Error\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),

		TRUNCATED("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":"),

		BROKEN(""),

		SILENT(""),

		POOL_EXHAUSTED("");

		private final String answer;

		Failure(String answer) {
			this.answer = answer;
		}

		boolean isRepeated(boolean idempotent) {
			return this == RATE_LIMITED || (idempotent && this != ERROR && this != POOL_EXHAUSTED);
		}

	}

}
