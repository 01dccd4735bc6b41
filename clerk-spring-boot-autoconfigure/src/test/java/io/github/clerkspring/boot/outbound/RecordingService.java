package io.github.clerkspring.boot.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;

/**
 * Service on loopback that records the path and the {@code Authorization} header of each
 * request. Requests to {@code /redirect} are redirected to {@code /other} of
 * {@code localhost}.
 */
final class RecordingService implements AutoCloseable {

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	RecordingService() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", (exchange) -> {
			try (exchange) {
				String path = exchange.getRequestURI().getPath();
				this.received.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
				boolean redirect = path.equals("/redirect");
				if (redirect) {
					exchange.getResponseHeaders().add("Location", "http://localhost:" + port() + "/other");
				}
				exchange.sendResponseHeaders((redirect) ? 302 : 200, 2);
				exchange.getResponseBody().write("ok".getBytes());
			}
		});
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	String url() {
		return "http://127.0.0.1:" + port();
	}

	/** Return and remove what was received. */
	List<String> take() {
		List<String> taken = List.copyOf(this.received);
		this.received.clear();
		return taken;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
