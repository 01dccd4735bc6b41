package io.github.clerkspring.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.webhook.ReceivedWebhook;
import io.github.clerkspring.webhook.WebhookOptions;
import io.github.clerkspring.webhook.WebhookOutcome;
import io.github.clerkspring.webhook.WebhookReceiver;
import io.github.clerkspring.webhook.event.ClerkEventReader;
import io.github.clerkspring.webhook.inbox.JdbcInbox;
import io.github.clerkspring.webhook.signature.WebhookSecret;
import io.github.clerkspring.webhook.signature.WebhookVerifier;
import io.github.clerkspring.webhook.sync.ClerkUserSync;
import io.github.clerkspring.webhook.sync.JdbcSyncState;
import io.github.clerkspring.webhook.sync.JdbcSyncTables;
import io.github.clerkspring.webhook.sync.SyncHandlers;
import io.github.clerkspring.webhook.sync.SyncMode;

/**
 * Sends webhooks over HTTP to a receiver with the inbox and the table of users in
 * PostgreSQL, and prints the number of webhooks in an hour. Sender, receiver and database
 * share the processors.
 */
public final class WebhookThroughput {

	private static final int THREADS = 16;

	private static final int WARM_UP = 5_000;

	private WebhookThroughput() {
	}

	/**
	 * Send webhooks.
	 * @param args the URL of an empty PostgreSQL database, and the number of webhooks
	 * @throws Exception if the sending fails
	 */
	public static void main(String[] args) throws Exception {
		int count = Integer.parseInt(args[1]);
		try (HikariDataSource dataSource = dataSource(args[0]);
				GenericApplicationContext context = context(dataSource)) {
			ExecutorService threads = Executors.newFixedThreadPool(THREADS);
			HttpServer server = start(receiver(context, dataSource), threads);
			URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/clerk");
			send(uri, "warm_up_", WARM_UP);
			long start = System.nanoTime();
			send(uri, "user_", count);
			double seconds = (System.nanoTime() - start) / 1e9;
			Integer users = new JdbcTemplate(dataSource).queryForObject("SELECT COUNT(*) FROM clerk_user",
					Integer.class);
			System.out.printf("%,d webhooks in %.1f s: %,.0f an hour; %,d users in the table%n", count, seconds,
					count / seconds * 3600, users);
			server.stop(0);
			threads.shutdown();
		}
	}

	private static HikariDataSource dataSource(String url) {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(url);
		dataSource.setUsername("postgres");
		dataSource.setMaximumPoolSize(THREADS);
		new ResourceDatabasePopulator(new ClassPathResource("schema-postgresql.sql", JdbcInbox.class),
				new ClassPathResource("schema-postgresql.sql", JdbcSyncState.class),
				new ClassPathResource("tables-postgresql.sql", JdbcSyncState.class))
			.execute(dataSource);
		return dataSource;
	}

	private static GenericApplicationContext context(HikariDataSource dataSource) {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		JdbcSyncTables tables = new JdbcSyncTables(jdbc);
		SyncHandlers handlers = new SyncHandlers(List.of(tables.users()), List.of(tables.organizations()),
				List.of(tables.memberships()));
		ClerkBackendClient client = ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_unused")).build();
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(ClerkUserSync.class, () -> new ClerkUserSync(handlers,
				new JdbcSyncState(jdbc, Clock.systemUTC()), client, transaction(dataSource), SyncMode.EVENT));
		context.refresh();
		return context;
	}

	private static TransactionTemplate transaction(HikariDataSource dataSource) {
		return new TransactionTemplate(new JdbcTransactionManager(dataSource));
	}

	private static WebhookReceiver receiver(GenericApplicationContext context, HikariDataSource dataSource) {
		Clock clock = Clock.systemUTC();
		JdbcInbox inbox = new JdbcInbox(new JdbcTemplate(dataSource), transaction(dataSource), clock,
				"clerk_webhook_delivery");
		return new WebhookReceiver(new WebhookVerifier(List.of(WebhookSecret.valueOf(UserWebhook.SECRET)), clock),
				new ClerkEventReader(), inbox, context,
				new WebhookOptions(1_000_000, Duration.ofSeconds(10), false, null), clock, List.of());
	}

	private static HttpServer start(WebhookReceiver receiver, ExecutorService threads) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(threads);
		server.createContext("/webhooks/clerk", (exchange) -> handle(receiver, exchange));
		server.start();
		return server;
	}

	private static void handle(WebhookReceiver receiver, HttpExchange exchange) throws IOException {
		ReceivedWebhook webhook = receiver.begin();
		byte[] body = exchange.getRequestBody().readAllBytes();
		boolean verified = receiver.verifyHeaders(webhook,
				(name) -> exchange.getRequestHeaders().getOrDefault(name, List.of())) && receiver.verify(webhook, body);
		WebhookOutcome outcome = (verified) ? receiver.handle(webhook, body) : WebhookOutcome.REFUSED;
		exchange.sendResponseHeaders(receiver.finish(webhook, outcome), -1);
		exchange.close();
	}

	private static void send(URI uri, String prefix, int count) throws InterruptedException, ExecutionException {
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		ExecutorService senders = Executors.newFixedThreadPool(THREADS);
		AtomicInteger next = new AtomicInteger();
		List<Future<?>> results = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			results.add(senders.submit(() -> {
				for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
					new UserWebhook(prefix, number).send(client, uri);
				}
				return true;
			}));
		}
		for (Future<?> result : results) {
			result.get();
		}
		senders.shutdown();
	}

}
