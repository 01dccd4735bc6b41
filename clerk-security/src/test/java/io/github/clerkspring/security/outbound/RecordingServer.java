package io.github.clerkspring.security.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;

/**
 * Server on loopback that records the {@code Authorization} header of each request.
 */
final class RecordingServer implements AutoCloseable {

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile int status = 200;

	private volatile String location = "";

	RecordingServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", (exchange) -> {
			try (exchange) {
				String body = new String(exchange.getRequestBody().readAllBytes());
				this.received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
						+ exchange.getRequestHeaders().getFirst("Authorization") + body);
				if (!this.location.isEmpty()) {
					exchange.getResponseHeaders().add("Location", this.location);
				}
				exchange.sendResponseHeaders(this.status, -1);
			}
		});
		this.server.start();
	}

	RecordingServer redirect(int status, String location) {
		this.received.clear();
		this.status = status;
		this.location = location;
		return this;
	}

	String host() {
		return "127.0.0.1:" + this.server.getAddress().getPort();
	}

	String url(String path) {
		return "http://" + host() + path;
	}

	List<String> received() {
		return this.received;
	}

	void clear() {
		this.received.clear();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
