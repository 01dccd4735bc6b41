package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.user.User;

/**
 * Process that runs a back-fill, and waits to be killed while it stores a user.
 */
public final class BackfillProcess {

	static final String WAITING = "waiting";

	private BackfillProcess() {
	}

	/**
	 * Run the back-fill.
	 * @param args URL of the database, URL of Clerk, secret key, number of users before
	 * the one that is never stored
	 * @throws InterruptedException never
	 */
	public static void main(String[] args) throws InterruptedException {
		backfill(args[0], args[1], args[2], Clock.systemUTC(), new Stopping(Integer.parseInt(args[3]))).run();
	}

	static ClerkBackfill backfill(String url, String apiUrl, String secretKey, Clock clock, UserSyncHandler handler) {
		DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
		ClerkBackendClient client = ClerkBackendClient.builder(ClerkSecretKey.valueOf(secretKey))
			.apiUrl(apiUrl)
			.build();
		SyncHandlers handlers = new SyncHandlers(List.of(handler), List.of(), List.of());
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		ClerkUserSync sync = new ClerkUserSync(handlers, new JdbcSyncState(jdbc, clock), client,
				new TransactionTemplate(new DataSourceTransactionManager(dataSource)), SyncMode.EVENT);
		return new ClerkBackfill(sync, handlers, client, jdbc, RequestPace.of(ClerkInstanceType.PRODUCTION, 100, clock),
				clock);
	}

	private static final class Stopping implements UserSyncHandler {

		private int remaining;

		Stopping(int remaining) {
			this.remaining = remaining;
		}

		@Override
		public void upsert(User user) {
			if (this.remaining-- == 0) {
				System.out.println(WAITING);
				await();
			}
		}

		private void await() {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void delete(String userId) {
			throw new IllegalStateException("nothing is deleted");
		}

	}

}
