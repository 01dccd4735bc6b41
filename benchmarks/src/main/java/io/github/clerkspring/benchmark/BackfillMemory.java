package io.github.clerkspring.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.webhook.sync.ClerkBackfill;
import io.github.clerkspring.webhook.sync.ClerkReconciliation;
import io.github.clerkspring.webhook.sync.ClerkUserSync;
import io.github.clerkspring.webhook.sync.JdbcSyncState;
import io.github.clerkspring.webhook.sync.JdbcSyncTables;
import io.github.clerkspring.webhook.sync.RequestPace;
import io.github.clerkspring.webhook.sync.SyncHandlers;
import io.github.clerkspring.webhook.sync.SyncMode;
import io.github.clerkspring.webhook.sync.UserSyncHandler;

/**
 * Stores many users by a back-fill in a process with a small heap ({@code -Xmx}), and
 * then compares them by a reconciliation. The emulator runs in another process. It fails
 * if users are missing or the heap is too small.
 */
public final class BackfillMemory {

	private static final int MEGABYTE = 1_000_000;

	private static final int STEP = 20_000;

	private static final String EMULATOR = "emulator";

	private BackfillMemory() {
	}

	/**
	 * Run the back-fill and the reconciliation.
	 * @param args the number of users
	 * @throws IOException if the process of the emulator does not start
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		if (EMULATOR.equals(args[0])) {
			serve(Integer.parseInt(args[1]));
			return;
		}
		Process emulator = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
				System.getProperty("java.class.path"), BackfillMemory.class.getName(), EMULATOR, args[0])
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		Path directory = Files.createTempDirectory("backfill");
		try (BufferedReader output = emulator.inputReader()) {
			run(Integer.parseInt(args[0]), output.readLine(), output.readLine(), directory);
		}
		finally {
			emulator.destroy();
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	private static void serve(int users) throws InterruptedException {
		ClerkEmulator clerk = ClerkEmulator.start();
		EmulatorUsers.create(clerk, users);
		System.out.println(clerk.baseUrl() + "\n" + clerk.secretKey());
		Thread.currentThread().join();
	}

	private static void run(int users, String apiUrl, String secretKey, Path directory) throws InterruptedException {
		SingleConnectionDataSource dataSource = new SingleConnectionDataSource(
				"jdbc:h2:file:" + directory.resolve("users"), "sa", "", true);
		new ResourceDatabasePopulator(new ClassPathResource("schema-h2.sql", JdbcSyncState.class),
				new ClassPathResource("tables-h2.sql", JdbcSyncState.class))
			.execute(dataSource);
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		Clock clock = Clock.systemUTC();
		SyncHandlers handlers = new SyncHandlers(List.of(new JdbcSyncTables(jdbc).users(), new Heap()), List.of(),
				List.of());
		ClerkBackendClient client = ClerkBackendClient.builder(ClerkSecretKey.valueOf(secretKey))
			.apiUrl(apiUrl)
			.build();
		ClerkUserSync sync = new ClerkUserSync(handlers, new JdbcSyncState(jdbc, clock), client,
				new TransactionTemplate(new DataSourceTransactionManager(dataSource)), SyncMode.EVENT);
		RequestPace pace = RequestPace.of(ClerkInstanceType.PRODUCTION, 100, clock);
		long start = System.nanoTime();
		boolean finished = new ClerkBackfill(sync, handlers, client, jdbc, pace, clock).run();
		Integer stored = jdbc.queryForObject("SELECT COUNT(*) FROM clerk_user", Integer.class);
		print("back-fill of " + stored + " users", start);
		start = System.nanoTime();
		finished &= new ClerkReconciliation(sync, handlers, client, jdbc, pace, clock,
				List.of((report) -> System.out.println(report)))
			.run();
		print("reconciliation", start);
		dataSource.destroy();
		if (!finished || stored == null || stored != users) {
			System.out.println("Users are missing");
			System.exit(1);
		}
	}

	private static void print(String name, long start) {
		System.out.printf("%s: %,d s, %,d MB of heap afterwards; at most %,d MB of heap at any time%n", name,
				(System.nanoTime() - start) / 1_000_000_000, usedHeap() / MEGABYTE,
				Runtime.getRuntime().maxMemory() / MEGABYTE);
	}

	private static long usedHeap() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	/**
	 * Prints the used heap at intervals.
	 */
	private static final class Heap implements UserSyncHandler {

		private int stored;

		@Override
		public void upsert(User user) {
			if (++this.stored % STEP == 0) {
				System.out.printf("%,d users: %,d MB of heap%n", this.stored, usedHeap() / MEGABYTE);
			}
		}

		@Override
		public void delete(String userId) {
			throw new IllegalStateException("No user is deleted");
		}

	}

}
