package io.github.clerkspring.sample.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.github.clerkspring.test.webhook.SignedWebhook;

/**
 * Sends deliveries to two processes that share one PostgreSQL, each once to four times
 * and in no order, kills one process between effect and acknowledgement, restarts the
 * database, and counts effects: there must be one for each delivery. Started by
 * {@code .ci/webhook-delivery}.
 */
public final class DeliveryDriver {

	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final String STOPPED = "msg_stopped";

	private static final int DELIVERIES = 2000;

	private static final int SENDERS = 8;

	private static final Duration TIME_LIMIT = Duration.ofMinutes(8);

	private final Path directory;

	private final String restartDatabase;

	private final Random random;

	private final JdbcTemplate jdbc;

	private final Node first;

	private final Node second;

	private final long end = System.nanoTime() + TIME_LIMIT.toNanos();

	private DeliveryDriver(Path directory, String url, String restartDatabase, long seed, String mode) {
		this.directory = directory;
		this.restartDatabase = restartDatabase;
		this.random = new Random(seed);
		this.jdbc = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
		List<String> arguments = List.of("--spring.profiles.active=jdbc", "--spring.datasource.url=" + url,
				"--spring.datasource.username=postgres", "--spring.datasource.hikari.connection-timeout=5000",
				"--clerk.webhook.inbox=jdbc", "--clerk.webhook.jdbc.initialize-schema=always",
				"--clerk.webhook.mode=" + mode, "--clerk.webhook.signing-secrets=" + SECRET,
				"--clerk.jwks.warm-up=false", "--clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk",
				"--clerk.webhook.worker.poll-interval=100ms", "--clerk.webhook.worker.initial-backoff=2s",
				"--spring.main.banner-mode=off");
		this.first = new Node(DeliveryApplication.class, directory.resolve("first.log"), arguments);
		this.second = new Node(DeliveryApplication.class, directory.resolve("second.log"), arguments);
	}

	/**
	 * Run the test.
	 * @param args directory, URL of the database, command that restarts it, seed, mode
	 * @throws Exception if something else fails
	 */
	public static void main(String[] args) throws Exception {
		DeliveryDriver test = new DeliveryDriver(Path.of(args[0]), args[1], args[2], Long.parseLong(args[3]), args[4]);
		System.out.println("seed " + args[3] + ", " + args[4]);
		boolean passed = false;
		try {
			passed = test.run();
		}
		catch (IllegalStateException | DataAccessException ex) {
			System.out.println(ex);
		}
		finally {
			test.first.stop();
			test.second.stop();
		}
		System.exit(passed ? 0 : 1);
	}

	private boolean run() throws Exception {
		this.jdbc.execute("DROP TABLE IF EXISTS effect");
		this.jdbc.execute("DROP TABLE IF EXISTS clerk_webhook_delivery");
		this.jdbc.execute("CREATE TABLE effect (delivery_id VARCHAR(255) NOT NULL)");
		Path stopFile = this.directory.resolve("stopped-" + System.nanoTime());
		this.first.start("--stop-file=" + stopFile);
		this.second.start("--stop-file=" + stopFile);
		ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>(deliveries());
		int sends = queue.size();
		AtomicInteger acknowledged = new AtomicInteger();
		AtomicInteger repeated = new AtomicInteger();
		ExecutorService senders = Executors.newFixedThreadPool(SENDERS + 1);
		for (int i = 0; i < SENDERS; i++) {
			Random choice = new Random(this.random.nextLong());
			senders.execute(() -> send(queue, choice, acknowledged, repeated, sends));
		}
		await(acknowledged, sends / 3);
		senders.execute(() -> this.first.post(webhook(STOPPED, "user.deleted")));
		Node stopped = stopped(stopFile);
		stopped.kill();
		System.out
			.println("killed one process between effect and acknowledgement, after " + acknowledged + " responses");
		stopped.start();
		queue.add(STOPPED);
		await(acknowledged, sends * 2 / 3);
		restartDatabase();
		System.out.println("restarted the database after " + acknowledged + " responses");
		await(acknowledged, sends + 1);
		senders.shutdown();
		System.out.println(sends + 1 + " acknowledged, " + repeated + " attempts repeated");
		boolean passed = verify();
		pace();
		return passed;
	}

	private Node stopped(Path stopFile) throws IOException {
		while (!Files.exists(stopFile) || Files.size(stopFile) == 0) {
			checkTime();
			Node.pause(1);
		}
		int port = Integer.parseInt(Files.readString(stopFile));
		return (port == this.first.port()) ? this.first : this.second;
	}

	private List<String> deliveries() {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < DELIVERIES; i++) {
			ids.addAll(Collections.nCopies(1 + this.random.nextInt(4), "msg_" + i));
		}
		Collections.shuffle(ids, this.random);
		return ids;
	}

	private void send(ConcurrentLinkedQueue<String> queue, Random choice, AtomicInteger acknowledged,
			AtomicInteger repeated, int sends) {
		while (acknowledged.get() < sends + 1 && System.nanoTime() < this.end) {
			String id = queue.poll();
			if (id == null) {
				Node.pause(10);
				continue;
			}
			Node node = choice.nextBoolean() ? this.first : this.second;
			int status = node.post(webhook(id, "user.updated"));
			if (status == 204) {
				acknowledged.incrementAndGet();
			}
			else {
				repeated.incrementAndGet();
				queue.add(id);
				Node.pause(20);
			}
		}
	}

	private static SignedWebhook webhook(String id, String type) {
		String body = "{\"type\":\"" + type + "\",\"object\":\"event\",\"timestamp\":"
				+ Clock.systemUTC().instant().toEpochMilli() + ",\"data\":{\"id\":\"user_" + id + "\"}}";
		return SignedWebhook.of(SECRET, body, Clock.systemUTC()).id(id);
	}

	private void restartDatabase() throws IOException, InterruptedException {
		int status = new ProcessBuilder("bash", "-c", this.restartDatabase).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("restart.log").toFile())
			.start()
			.waitFor();
		if (status != 0) {
			throw new IllegalStateException("The database did not restart, see " + this.directory);
		}
	}

	private boolean verify() {
		while (count("SELECT COUNT(*) FROM clerk_webhook_delivery WHERE state = 'PENDING'") > 0) {
			checkTime();
			Node.pause(100);
		}
		int effects = count("SELECT COUNT(*) FROM effect");
		int distinct = count("SELECT COUNT(DISTINCT delivery_id) FROM effect");
		int handled = count("SELECT COUNT(*) FROM clerk_webhook_delivery WHERE state = 'HANDLED'");
		int expected = DELIVERIES + 1;
		boolean passed = effects == expected && distinct == expected && handled == expected;
		System.out.printf("%d deliveries: %d effects, %d distinct, %d handled: %s%n", expected, effects, distinct,
				handled, passed ? "each exactly once" : "FAILED");
		return passed;
	}

	/** Reports how long responses take at 100 deliveries a second. */
	private void pace() throws InterruptedException {
		int total = 1000;
		long[] nanos = new long[total];
		CountDownLatch done = new CountDownLatch(total);
		ScheduledExecutorService clients = Executors.newScheduledThreadPool(32);
		AtomicInteger failed = new AtomicInteger();
		long begin = System.nanoTime();
		for (int i = 0; i < total; i++) {
			int number = i;
			long due = begin + TimeUnit.MILLISECONDS.toNanos(10L * i);
			clients.schedule(() -> {
				Node node = (number % 2 == 0) ? this.first : this.second;
				if (node.post(webhook("msg_pace_" + number, "user.updated")) != 204) {
					failed.incrementAndGet();
				}
				nanos[number] = System.nanoTime() - due;
				done.countDown();
			}, due - System.nanoTime(), TimeUnit.NANOSECONDS);
		}
		done.await(2, TimeUnit.MINUTES);
		clients.shutdownNow();
		Arrays.sort(nanos);
		System.out.printf("100 deliveries a second: p50 %d ms, p99 %d ms, max %d ms, %d not handled%n",
				nanos[total / 2] / 1_000_000, nanos[total * 99 / 100] / 1_000_000, nanos[total - 1] / 1_000_000,
				failed.get());
	}

	private int count(String query) {
		Integer count = this.jdbc.queryForObject(query, Integer.class);
		return (count != null) ? count : -1;
	}

	private void await(AtomicInteger counter, int value) {
		while (counter.get() < value) {
			checkTime();
			Node.pause(5);
		}
	}

	private void checkTime() {
		if (System.nanoTime() > this.end) {
			throw new IllegalStateException("Not finished within " + TIME_LIMIT + ", see " + this.directory);
		}
	}

}
