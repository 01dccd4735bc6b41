package io.github.clerkspring.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server that breaks each connection at a stage of its choice, and remembers the requests
 * that reached it. A connection that is to be broken when it is stale is answered once.
 */
class BreakingServer implements AutoCloseable {

	private static final String ANSWER = answer("{\"id\":\"user_1\",\"verified\":true}");

	private final ServerSocket socket;

	private final Stage stage;

	private final AtomicInteger connections = new AtomicInteger();

	private final List<String> methods = new ArrayList<>();

	BreakingServer(Stage stage) throws IOException {
		this.stage = stage;
		this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		Thread thread = new Thread(this::serve, "breaking-server");
		thread.setDaemon(true);
		thread.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.socket.getLocalPort();
	}

	int connections() {
		return this.connections.get();
	}

	/**
	 * Return the methods of the requests that came in full, in their order, once the
	 * connection that is open has been dealt with.
	 */
	synchronized List<String> methods() {
		return List.copyOf(this.methods);
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				this.connections.incrementAndGet();
				connection.setSoLinger(this.stage.reset, 0);
				handle(connection.getInputStream(), connection.getOutputStream());
			}
			catch (IOException ex) {
				// the connection is broken on purpose, or the server is closed
			}
		}
	}

	private synchronized void handle(InputStream in, OutputStream out) throws IOException {
		if (this.stage == Stage.ACCEPTED) {
			return;
		}
		if (this.stage.stale) {
			this.methods.add(readRequest(in));
			write(out, ANSWER);
		}
		this.methods.add(readRequest(in));
		write(out, this.stage.answer);
		if (this.stage == Stage.SILENCE) {
			in.read();
		}
	}

	private static void write(OutputStream out, String answer) throws IOException {
		out.write(answer.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private static String readRequest(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (!head.toString().endsWith("\r\n\r\n")) {
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
		return head.substring(0, head.indexOf(" "));
	}

	private static String answer(String body) {
		return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
				+ body;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	enum Stage {

		/** Reset as soon as it is accepted. */
		ACCEPTED("", true, false),

		/** Closed once the request is read. */
		REQUEST("", false, false),

		/** Reset once the request is read. */
		REQUEST_RESET("", true, false),

		/** Kept open, but never answered. */
		SILENCE("", false, false),

		/** Closed amid the first line of the answer. */
		STATUS_LINE("HTTP/1.1 2", false, false),

		/** Closed amid the headers. */
		HEADERS("HTTP/1.1 200 OK\r\nContent-Type: app", false, false),

		/** Closed behind the headers, before the body that they promise. */
		BEFORE_BODY("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n", false, false),

		/** Closed amid the body. */
		BODY("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\": \"us", false,
				false),

		/** Closed amid a body of chunks. */
		CHUNK("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"id\": \"u",
				false, false),

		/** Taken from the pool for a second request, and closed once that is read. */
		STALE("", false, true),

		/** Taken from the pool for a second request, and reset once that is read. */
		STALE_RESET("", true, true);

		private final String answer;

		private final boolean reset;

		private final boolean stale;

		Stage(String answer, boolean reset, boolean stale) {
			this.answer = answer;
			this.reset = reset;
			this.stale = stale;
		}

	}

}
