package io.github.clerkspring.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server that begins a response and then sends a piece of it again and again, without
 * end, until the client closes the connection.
 */
class TricklingServer implements AutoCloseable {

	private static final int PAUSE_IN_MILLIS = 20;

	private final ServerSocket socket;

	private final byte[] start;

	private final byte[] piece;

	private final AtomicInteger requests = new AtomicInteger();

	private final Semaphore closed = new Semaphore(0);

	private final CountDownLatch end = new CountDownLatch(1);

	TricklingServer(String start, String piece) throws IOException {
		this.start = start.getBytes(StandardCharsets.US_ASCII);
		this.piece = piece.getBytes(StandardCharsets.US_ASCII);
		this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		daemon(this::accept);
	}

	String url() {
		return "http://127.0.0.1:" + this.socket.getLocalPort();
	}

	int requests() {
		return this.requests.get();
	}

	/** Wait until the client has closed that many connections. */
	boolean awaitClosed(int connections) throws InterruptedException {
		return this.closed.tryAcquire(connections, 20, TimeUnit.SECONDS);
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				daemon(() -> serve(connection));
			}
			catch (IOException ex) {
				// the server is closed
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			readHead(connection.getInputStream());
			this.requests.incrementAndGet();
			trickle(connection.getOutputStream());
		}
		catch (IOException ex) {
			this.closed.release();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void trickle(OutputStream out) throws IOException, InterruptedException {
		out.write(this.start);
		do {
			out.write(this.piece);
			out.flush();
		}
		while (!this.end.await(PAUSE_IN_MILLIS, TimeUnit.MILLISECONDS));
	}

	private static void readHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("closed by the client");
			}
			head.append((char) next);
		}
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "trickling-server");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		this.end.countDown();
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
