package io.github.clerkspring.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server that breaks each connection at a stage of its choice, and counts how many
 * requests reached it.
 */
class BreakingServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Stage stage;

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger requests = new AtomicInteger();

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

	int requests() {
		return this.requests.get();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				this.connections.incrementAndGet();
				handle(connection);
			}
			catch (IOException ex) {
				// the connection is broken on purpose, or the server is closed
			}
		}
	}

	private void handle(Socket connection) throws IOException {
		if (this.stage == Stage.ACCEPTED) {
			connection.setSoLinger(true, 0);
			return;
		}
		readRequest(connection.getInputStream());
		this.requests.incrementAndGet();
		OutputStream out = connection.getOutputStream();
		out.write(this.stage.answer.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private static void readRequest(InputStream in) throws IOException {
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
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	enum Stage {

		ACCEPTED(""), REQUEST_READ(""), STATUS_LINE("HTTP/1.1 2"), HEADERS("HTTP/1.1 200 OK\r\nContent-Type: app"),
		BODY("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\": \"us");

		private final String answer;

		Stage(String answer) {
			this.answer = answer;
		}

	}

}
