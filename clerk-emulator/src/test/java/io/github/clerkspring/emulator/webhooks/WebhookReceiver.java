package io.github.clerkspring.emulator.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receiver on loopback that takes everything, unless it is told how to answer.
 */
public final class WebhookReceiver implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private WebhookReceiver(HttpServer server) {
		this.server = server;
	}

	public static WebhookReceiver start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			WebhookReceiver receiver = new WebhookReceiver(server);
			server.setExecutor(receiver.threads);
			server.createContext("/", receiver::handle);
			server.start();
			return receiver;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String url() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/webhooks/clerk";
	}

	/**
	 * Answers the next webhooks with these instead of 204.
	 * @param statuses the statuses
	 * @return this receiver
	 */
	public WebhookReceiver answer(Integer... statuses) {
		this.answers.addAll(List.of(statuses));
		return this;
	}

	/**
	 * Leaves webhooks without an answer from now on.
	 */
	public void stall() {
		this.gate = new CountDownLatch(1);
	}

	/**
	 * Answers what has been left.
	 */
	public void proceed() {
		this.gate.countDown();
	}

	public List<Received> received() {
		return List.copyOf(this.received);
	}

	public List<String> types() {
		return this.received.stream().map(Received::type).toList();
	}

	public void clear() {
		this.received.clear();
	}

	@Override
	public void close() {
		this.gate.countDown();
		this.server.stop(0);
		this.threads.shutdown();
	}

	private void handle(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		Map<String, String> headers = new HashMap<>();
		exchange.getRequestHeaders()
			.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
		this.received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
				new String(body, StandardCharsets.UTF_8)));
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		Integer status = this.answers.poll();
		exchange.getResponseHeaders().add("Location", url());
		exchange.sendResponseHeaders((status != null) ? status : 204, -1);
		exchange.close();
	}

	/**
	 * What came.
	 */
	public record Received(String method, String path, Map<String, String> headers, String body) {

		public JsonNode event() {
			return JsonMapper.shared().readTree(this.body);
		}

		public String type() {
			return event().get("type").asString();
		}

		public String id() {
			return header("svix-id");
		}

		public long timestamp() {
			return Long.parseLong(header("svix-timestamp"));
		}

		public String header(String name) {
			return this.headers.getOrDefault(name, "");
		}

		/**
		 * Whether the holder of a secret has signed this.
		 * @param secret {@code whsec_} and base64
		 * @return true if so
		 */
		public boolean isSignedWith(String secret) {
			try {
				byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
				Mac mac = Mac.getInstance("HmacSHA256");
				mac.init(new SecretKeySpec(key, "HmacSHA256"));
				String signed = header("svix-id") + "." + header("svix-timestamp") + "." + this.body;
				String expected = "v1,"
						+ Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
				return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
						header("svix-signature").getBytes(StandardCharsets.UTF_8));
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
