package io.github.clerkspring.sample.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.organization.InstanceOrganizationMembershipQuery;
import io.github.clerkspring.client.organization.OrganizationQuery;
import io.github.clerkspring.client.user.UserQuery;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.webhook.SignedWebhook;

/**
 * Changes users, organizations and memberships of the emulator, sends the webhooks of
 * this to three processes that share one PostgreSQL, each once to six times and in no
 * order, while requests of users arrive, kills each process, restarts the database, and
 * compares the tables with the emulator: they must be equal. Started by
 * {@code .ci/webhook-delivery}.
 */
public final class SyncDriver {

	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final int CHANGES = 3000;

	private static final int MAX_REPETITIONS = 6;

	private static final int SENDERS = 8;

	private static final Duration TIME_LIMIT = Duration.ofMinutes(15);

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final ClerkBackendClient client = ClerkBackendClient.builder(ClerkSecretKey.valueOf(this.clerk.secretKey()))
		.apiUrl(this.clerk.baseUrl())
		.build();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final AtomicInteger repeated = new AtomicInteger();

	private final AtomicInteger requests = new AtomicInteger();

	private final String restartDatabase;

	private final Random random;

	private final JdbcTemplate jdbc;

	private final List<Node> nodes = new ArrayList<>();

	private final Path directory;

	private final long end = System.nanoTime() + TIME_LIMIT.toNanos();

	private volatile boolean ended;

	private SyncDriver(Path directory, String url, String restartDatabase, long seed) {
		this.directory = directory;
		this.restartDatabase = restartDatabase;
		this.random = new Random(seed);
		this.jdbc = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
		List<String> arguments = List.of("--spring.profiles.active=jdbc", "--spring.datasource.url=" + url,
				"--spring.datasource.username=postgres", "--spring.datasource.hikari.connection-timeout=5000",
				"--clerk.webhook.inbox=jdbc", "--clerk.webhook.jdbc.initialize-schema=always",
				"--clerk.webhook.signing-secrets=" + SECRET, "--clerk.jwks.warm-up=false",
				"--clerk.publishable-key=" + this.clerk.publishableKey(),
				"--clerk.secret-key=" + this.clerk.secretKey(), "--clerk.api-url=" + this.clerk.baseUrl(),
				"--clerk.sync.tables=true", "--clerk.sync.initialize-schema=always",
				"--clerk.sync.just-in-time.enabled=true", "--spring.main.banner-mode=off");
		for (String name : List.of("sync-first", "sync-second", "sync-third")) {
			this.nodes.add(new Node(SyncApplication.class, directory.resolve(name + ".log"), arguments));
		}
	}

	/**
	 * Run the test.
	 * @param args directory, URL of the database, command that restarts it, seed
	 * @throws Exception if something else fails
	 */
	public static void main(String[] args) throws Exception {
		SyncDriver test = new SyncDriver(Path.of(args[0]), args[1], args[2], Long.parseLong(args[3]));
		System.out.println("seed " + args[3] + ", users in own tables");
		boolean passed = false;
		try {
			passed = test.run();
		}
		catch (IllegalStateException | DataAccessException ex) {
			System.out.println(ex);
		}
		finally {
			test.nodes.forEach(Node::stop);
			test.clerk.close();
		}
		System.exit(passed ? 0 : 1);
	}

	private boolean run() throws Exception {
		for (String table : List.of("clerk_membership", "clerk_organization", "clerk_user", "clerk_sync_state",
				"clerk_sync_backfill", "clerk_webhook_delivery")) {
			this.jdbc.execute("DROP TABLE IF EXISTS " + table);
		}
		// One process creates the tables
		this.nodes.forEach(Node::start);
		try (ClerkHistory history = new ClerkHistory(this.clerk, this.client, this.random)) {
			history.run(CHANGES);
			deliver(history);
			System.out.println(this.acknowledged + " acknowledged, " + this.repeated + " attempts repeated, "
					+ this.requests + " requests of users meanwhile");
			return verify();
		}
	}

	private void deliver(ClerkHistory history) throws Exception {
		ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>(deliveries(history.webhooks()));
		int total = queue.size();
		System.out.println(history.webhooks().size() + " webhooks, sent " + total + " times");
		ExecutorService senders = Executors.newFixedThreadPool(SENDERS + 1);
		for (int i = 0; i < SENDERS; i++) {
			Random choice = new Random(this.random.nextLong());
			senders.execute(() -> send(queue, history.webhooks(), choice, total));
		}
		Random choice = new Random(this.random.nextLong());
		senders.execute(() -> request(history.tokens(), choice));
		for (int i = 0; i < this.nodes.size(); i++) {
			await(total * (i + 1) / 5);
			this.nodes.get(i).kill();
			System.out.println("killed process " + (i + 1) + " after " + this.acknowledged + " responses");
			this.nodes.get(i).start();
		}
		await(total * 4 / 5);
		restartDatabase();
		System.out.println("restarted the database after " + this.acknowledged + " responses");
		await(total);
		this.ended = true;
		senders.shutdown();
	}

	private List<String> deliveries(Map<String, String> webhooks) {
		List<String> ids = new ArrayList<>();
		for (String id : new TreeMap<>(webhooks).keySet()) {
			ids.addAll(Collections.nCopies(1 + this.random.nextInt(MAX_REPETITIONS), id));
		}
		Collections.shuffle(ids, this.random);
		return ids;
	}

	private void send(ConcurrentLinkedQueue<String> queue, Map<String, String> webhooks, Random choice, int total) {
		while (this.acknowledged.get() < total && System.nanoTime() < this.end) {
			String id = queue.poll();
			if (id == null) {
				Node.pause(10);
				continue;
			}
			SignedWebhook webhook = SignedWebhook.of(SECRET, webhooks.get(id), Clock.systemUTC()).id(id);
			if (pick(choice).post(webhook) == 204) {
				this.acknowledged.incrementAndGet();
			}
			else {
				this.repeated.incrementAndGet();
				queue.add(id);
				Node.pause(20);
			}
		}
	}

	private void request(List<String> tokens, Random choice) {
		while (!this.ended && System.nanoTime() < this.end) {
			pick(choice).get(tokens.get(choice.nextInt(tokens.size())));
			this.requests.incrementAndGet();
		}
	}

	private Node pick(Random choice) {
		return this.nodes.get(choice.nextInt(this.nodes.size()));
	}

	private void restartDatabase() throws Exception {
		int status = new ProcessBuilder("bash", "-c", this.restartDatabase).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("restart.log").toFile())
			.start()
			.waitFor();
		if (status != 0) {
			throw new IllegalStateException("The database did not restart, see " + this.directory);
		}
	}

	private boolean verify() {
		boolean users = verify("users", rows("SELECT user_id, first_name FROM clerk_user"),
				this.client.users()
					.stream(UserQuery.create())
					.collectMap((user) -> user.id(), (user) -> user.firstName(), TreeMap::new)
					.block());
		boolean organizations = verify("organizations", rows("SELECT organization_id, name FROM clerk_organization"),
				this.client.organizations()
					.stream(OrganizationQuery.create())
					.collectMap((organization) -> organization.id(), (organization) -> organization.name(),
							TreeMap::new)
					.block());
		boolean memberships = verify("memberships", rows("SELECT membership_id, role FROM clerk_membership"),
				this.client.organizationMemberships()
					.streamAll(InstanceOrganizationMembershipQuery.create())
					.collectMap((membership) -> membership.id(), (membership) -> membership.role(), TreeMap::new)
					.block());
		return users && organizations && memberships;
	}

	private Map<String, String> rows(String query) {
		Map<String, String> rows = new TreeMap<>();
		this.jdbc.query(query, (RowCallbackHandler) (row) -> rows.put(row.getString(1), row.getString(2)));
		return rows;
	}

	private static boolean verify(String type, Map<String, String> rows, Map<String, String> expected) {
		boolean equal = rows.equals(expected);
		System.out.println(rows.size() + " " + type + ": " + (equal ? "equal to Clerk's" : "FAILED"));
		if (!equal) {
			Map<String, String> missing = new TreeMap<>(expected);
			missing.entrySet().removeAll(rows.entrySet());
			Map<String, String> wrong = new TreeMap<>(rows);
			wrong.entrySet().removeAll(expected.entrySet());
			System.out.println("only at Clerk: " + missing + "\nonly in the table: " + wrong);
		}
		return equal;
	}

	private void await(int value) {
		while (this.acknowledged.get() < value) {
			if (System.nanoTime() > this.end) {
				throw new IllegalStateException("Not finished within " + TIME_LIMIT + ", see " + this.directory);
			}
			Node.pause(5);
		}
	}

}
