package io.github.clerkspring.webhook.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.RateLimits;
import io.github.clerkspring.webhook.ManualCommitDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Users, organizations and memberships that existed before the first webhook.
 */
@Timeout(300)
@ExtendWith(OutputCaptureExtension.class)
class ClerkBackfillTests {

	private final TestClock clock = new TestClock();

	private final List<Duration> waits = new ArrayList<>();

	private ClerkEmulator clerk;

	private JdbcTemplate jdbc;

	private TransactionTemplate transaction;

	@BeforeEach
	void start() {
		this.clerk = ClerkEmulator.start();
		DataSource dataSource = new ManualCommitDataSource("jdbc:h2:mem:backfill;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
				"sa");
		this.jdbc = new JdbcTemplate(dataSource);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
		new ResourceDatabasePopulator(new ClassPathResource("schema-h2.sql", JdbcSyncState.class),
				new ClassPathResource("tables-h2.sql", JdbcSyncState.class))
			.execute(dataSource);
	}

	@AfterEach
	void stop() {
		this.jdbc.execute("SHUTDOWN");
		this.clerk.close();
	}

	private ClerkBackfill backfill(SyncHandlers handlers) {
		ClerkBackendClient client = ClerkBackendClient.builder(ClerkSecretKey.valueOf(this.clerk.secretKey()))
			.apiUrl(this.clerk.baseUrl())
			.build();
		ClerkUserSync sync = new ClerkUserSync(handlers, new JdbcSyncState(this.jdbc, this.clock), client,
				this.transaction, SyncMode.EVENT);
		RequestPace pace = new RequestPace(ClerkInstanceType.DEVELOPMENT, 50, this.clock, (duration) -> {
			this.waits.add(duration);
			this.clock.now = this.clock.now.plus(duration);
		});
		return new ClerkBackfill(sync, handlers, client, this.jdbc, pace, this.clock);
	}

	private SyncHandlers tables() {
		JdbcSyncTables tables = new JdbcSyncTables(this.jdbc);
		return new SyncHandlers(List.of(tables.users()), List.of(tables.organizations()),
				List.of(tables.memberships()));
	}

	@Test
	void storesWhatExists() throws InterruptedException {
		List<String> users = createUsers(1100);
		String acme = this.clerk.organizations().create("Acme");
		for (String user : users.subList(0, 3)) {
			this.clerk.organizations().addMember(acme, user, "org:admin");
		}
		ClerkBackfill backfill = backfill(tables());
		assertThat(backfill.run()).isTrue();
		assertThat(count("clerk_user")).isEqualTo(1100);
		assertThat(count("clerk_organization")).isEqualTo(1);
		assertThat(count("clerk_membership")).isEqualTo(3);
		assertThat(backfill.progress()).extracting(BackfillProgress::share).containsExactly(1.0, 1.0, 1.0);
		this.clerk.clearRequests();
		assertThat(backfill.run()).isTrue();
		assertThat(this.clerk.requests()).isEmpty();
		backfill.reset();
		assertThat(backfill.run()).isTrue();
		assertThat(this.clerk.requests()).isNotEmpty();
	}

	@Test
	void continuesAfterFailure() throws InterruptedException {
		createUsers(1100);
		FailingHandler handler = new FailingHandler();
		handler.failAt = 700;
		ClerkBackfill first = backfill(new SyncHandlers(List.of(handler), List.of(), List.of()));
		assertThatIllegalStateException().isThrownBy(first::run);
		handler.failAt = -1;
		handler.ids.clear();
		ClerkBackfill second = backfill(new SyncHandlers(List.of(handler), List.of(), List.of()));
		assertThat(second.run()).isTrue();
		// And who was created in the same millisecond as the last user of the first page
		assertThat(handler.ids.size()).isBetween(600, 700);
		assertThat(count("clerk_sync_state")).isEqualTo(1100);
	}

	@Test
	void storesNamesOfAnyLength() throws InterruptedException {
		String name = "a".repeat(10_000);
		this.clerk.users().create((user) -> user.firstName(name).lastName(name));
		this.clerk.organizations().create(name);
		assertThat(backfill(tables()).run()).isTrue();
		assertThat(this.jdbc.queryForList("SELECT first_name FROM clerk_user UNION ALL SELECT last_name FROM clerk_user"
				+ " UNION ALL SELECT name FROM clerk_organization", String.class))
			.containsExactly(name, name, name);
	}

	@Test
	void rejectedValueDoesNotHoldTheOthers(CapturedOutput output) throws InterruptedException {
		List<String> users = createUsers(3);
		this.jdbc.execute("ALTER TABLE clerk_user ADD CHECK (user_id <> '" + users.get(1) + "')");
		ClerkBackfill backfill = backfill(tables());
		assertThat(backfill.run()).isTrue();
		assertThat(this.jdbc.queryForList("SELECT user_id FROM clerk_user", String.class))
			.containsExactlyInAnyOrder(users.get(0), users.get(2));
		assertThat(count("clerk_sync_state")).isEqualTo(2);
		assertThat(output).contains("USER " + users.get(1) + " is not stored: the database rejected it")
			.contains("Back-fill of USER is finished: 2 stored, 1 rejected");
	}

	@Test
	void logsNoValuesOfRejectedObjects(CapturedOutput output) throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			this.clerk.users().create((user) -> user.firstName("Private"));
		}
		this.jdbc.execute("CREATE UNIQUE INDEX one_name ON clerk_user (first_name)");
		assertThat(backfill(tables()).run()).isTrue();
		assertThat(count("clerk_sync_state")).isEqualTo(1);
		assertThat(output).contains("DuplicateKeyException (SQL state 23505)")
			.contains("RejectedObjects.store")
			.doesNotContain("Private");
	}

	@Test
	void manyRejectedValuesAreFailure(CapturedOutput output) {
		createUsers(RejectedObjects.MAX_SKIPPED + 1);
		this.jdbc.execute("ALTER TABLE clerk_user ADD missing INT NOT NULL");
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(backfill(tables())::run);
		assertThat(output.getAll().split("is not stored: the database rejected it", -1))
			.hasSize(RejectedObjects.MAX_SKIPPED + 1);
	}

	@Test
	void missesNoUserWhenUsersAreDeletedMeanwhile() throws InterruptedException {
		List<String> ids = createUsers(600);
		FailingHandler handler = new FailingHandler();
		handler.failAt = 520;
		ClerkBackfill backfill = backfill(new SyncHandlers(List.of(handler), List.of(), List.of()));
		assertThatIllegalStateException().isThrownBy(backfill::run);
		handler.failAt = -1;
		List<String> remaining = new ArrayList<>(ids);
		handler.ids.stream().limit(50).forEach((id) -> {
			this.clerk.users().delete(id);
			remaining.remove(id);
		});
		assertThat(backfill.run()).isTrue();
		assertThat(handler.ids).containsAll(remaining);
	}

	@Test
	void missesNoOrganizationWhenOrganizationsAreDeletedMeanwhile() throws InterruptedException {
		List<String> ids = IntStream.range(0, 1100).mapToObj((i) -> {
			// The overlap of pages cannot distinguish objects of one millisecond
			this.clerk.clock().advance(Duration.ofMillis((i % 100 == 0) ? 1 : 0));
			return this.clerk.organizations().create("Acme " + i);
		}).toList();
		Organizations handler = new Organizations();
		handler.at(500, () -> ids.subList(0, 50).forEach(this.clerk.organizations()::delete));
		handler.at(600, () -> ids.subList(50, 600).forEach(this.clerk.organizations()::delete));
		assertThat(backfill(new SyncHandlers(List.of(), List.of(handler), List.of())).run()).isTrue();
		assertThat(handler.ids).containsAll(ids.subList(600, 1100));
	}

	@Test
	void storesOrganizationsOfOneMillisecond() throws InterruptedException {
		this.clerk.clock().set(Instant.parse("2027-01-15T08:00:00Z"));
		List<String> ids = IntStream.range(0, 1100)
			.mapToObj((i) -> this.clerk.organizations().create("Acme " + i))
			.toList();
		Organizations handler = new Organizations();
		assertThat(backfill(new SyncHandlers(List.of(), List.of(handler), List.of())).run()).isTrue();
		assertThat(handler.ids).containsAll(ids);
	}

	@Test
	void takesItsShareOfTheRateLimit() throws InterruptedException {
		createUsers(1600);
		this.clerk.rateLimits(RateLimits.DEVELOPMENT);
		backfill(tables()).run();
		// 50 requests in ten seconds
		assertThat(this.waits).isNotEmpty().allMatch((wait) -> wait.equals(Duration.ofMillis(200)));
		assertThat(this.clerk.requests()).noneMatch((request) -> request.status() == 429);
	}

	@Test
	void leavesItToTheProcessThatRunsIt() throws InterruptedException {
		createUsers(3);
		BackfillState other = new BackfillState(this.jdbc, this.transaction, this.clock);
		assertThat(other.acquire(SyncType.USER, "other")).isTrue();
		ClerkBackfill backfill = backfill(tables());
		assertThat(backfill.run()).isFalse();
		assertThat(count("clerk_user")).isZero();
		this.clock.now = this.clock.now.plus(Duration.ofMinutes(2));
		assertThat(backfill.run()).isTrue();
		assertThat(other.save(SyncType.USER, "other", BackfillPosition.START)).isFalse();
		assertThat(count("clerk_user")).isEqualTo(3);
	}

	@Test
	void runnerTriesAgainUntilEverythingIsStored() throws InterruptedException {
		createUsers(3);
		this.jdbc.execute("ALTER TABLE clerk_sync_backfill RENAME TO away");
		BackfillRunner runner = new BackfillRunner(backfill(tables()), Duration.ofMillis(20));
		runner.start();
		assertThat(runner.isRunning()).isTrue();
		this.jdbc.execute("ALTER TABLE away RENAME TO clerk_sync_backfill");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> count("clerk_user") == 3);
		runner.stop();
		assertThat(runner.isRunning()).isFalse();
	}

	@Test
	void stopBeforeTheFirstPageIsNoticed() throws InterruptedException {
		createUsers(3);
		assertThat(backfill(tables()).run(() -> true)).isFalse();
		assertThat(count("clerk_user")).isZero();
		assertThat(backfill(tables()).run()).isTrue();
		assertThat(count("clerk_user")).isEqualTo(3);
	}

	private List<String> createUsers(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> this.clerk.users().create("user" + i + "@example.com"))
			.toList();
	}

	private int count(String table) {
		Integer count = this.jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
		return (count != null) ? count : -1;
	}

	private static final class FailingHandler implements UserSyncHandler {

		private final List<String> ids = new ArrayList<>();

		private int failAt;

		@Override
		public void upsert(User user) {
			if (this.ids.size() == this.failAt) {
				throw new IllegalStateException("not today");
			}
			this.ids.add(user.id());
		}

		@Override
		public void delete(String userId) {
			throw new IllegalStateException("nothing is deleted");
		}

	}

	private static final class Organizations implements OrganizationSyncHandler {

		private final Set<String> ids = new LinkedHashSet<>();

		private final Map<Integer, Runnable> steps = new HashMap<>();

		void at(int size, Runnable step) {
			this.steps.put(size, step);
		}

		@Override
		public void upsert(Organization organization) {
			this.ids.add(organization.id());
			Runnable step = this.steps.remove(this.ids.size());
			if (step != null) {
				step.run();
			}
		}

		@Override
		public void delete(String organizationId) {
			throw new IllegalStateException("nothing is deleted");
		}

	}

}
