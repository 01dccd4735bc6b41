package io.github.clerkspring.webhook.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.organization.InstanceOrganizationMembershipQuery;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.organization.OrganizationQuery;
import io.github.clerkspring.client.organization.UpdateOrganizationRequest;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserQuery;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.webhook.ManualCommitDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Differences between Clerk and the tables, after webhooks were lost.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractReconciliationTests {

	private static ClerkEmulator clerk;

	private static ClerkBackendClient client;

	private static final Runnable NOTHING = () -> {
	};

	private final TestClock clock = new TestClock();

	private final List<ReconciliationReport> reports = new ArrayList<>();

	private final Hook hook = new Hook();

	private JdbcTemplate jdbc;

	private JdbcTemplate managed;

	private TransactionTemplate transaction;

	private ClerkUserSync sync;

	private SyncHandlers handlers;

	abstract String url();

	abstract String user();

	abstract String platform();

	@BeforeAll
	static void startClerk() {
		clerk = ClerkEmulator.start();
		client = ClerkBackendClient.builder(ClerkSecretKey.valueOf(clerk.secretKey())).apiUrl(clerk.baseUrl()).build();
	}

	@AfterAll
	static void stopClerk() {
		clerk.close();
	}

	@BeforeEach
	void create() {
		clerk.reset();
		DataSource dataSource = new DriverManagerDataSource(url(), user(), "");
		this.jdbc = new JdbcTemplate(dataSource);
		DataSource manualCommit = new ManualCommitDataSource(url(), user());
		this.managed = new JdbcTemplate(manualCommit);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(manualCommit));
		for (String script : List.of("schema", "tables")) {
			new ResourceDatabasePopulator(
					new ClassPathResource(script + "-" + platform() + ".sql", JdbcSyncState.class))
				.execute(dataSource);
		}
		for (String table : List.of("clerk_membership", "clerk_organization", "clerk_user", "clerk_sync_state",
				"clerk_sync_lease")) {
			this.jdbc.execute("DELETE FROM " + table);
		}
		JdbcSyncTables tables = new JdbcSyncTables(this.managed);
		this.handlers = new SyncHandlers(List.of(tables.users(), this.hook), List.of(tables.organizations()),
				List.of(tables.memberships()));
		this.sync = new ClerkUserSync(this.handlers, new JdbcSyncState(this.managed, this.clock), client,
				this.transaction, SyncMode.EVENT);
	}

	private ClerkReconciliation reconciliation() {
		return new ClerkReconciliation(this.sync, this.handlers, client, this.managed, pace(), this.clock,
				List.of(this.reports::add));
	}

	private RequestPace pace() {
		return new RequestPace(ClerkInstanceType.PRODUCTION, 100, this.clock,
				(duration) -> this.clock.now = this.clock.now.plus(duration));
	}

	@Test
	void repairsDifferencesOfEachKind(CapturedOutput output) throws InterruptedException {
		Instance stale = new Instance("stale");
		Instance leftOver = new Instance("left-over");
		assertThat(reconciliation().run()).isTrue();
		assertEqualToClerk();
		assertDrift(2, 0, 0);
		clerk.clock().advance(Duration.ofSeconds(1));
		new Instance("missing");
		stale.update();
		leftOver.delete();
		assertThat(reconciliation().run()).isTrue();
		assertEqualToClerk();
		assertDrift(1, 1, 1);
		assertThat(output).contains("Reconciliation with Clerk is finished: 2 of type user (1 missing, 1 stale, "
				+ "1 left over), 2 of type organization (1 missing, 1 stale, 1 left over), 2 of type membership "
				+ "(1 missing, 1 stale, 1 left over)");
		clerk.clearRequests();
		assertThat(reconciliation().run()).isTrue();
		assertDrift(0, 0, 0);
		// One page of each type, and nothing else
		assertThat(clerk.requests()).hasSize(3);
	}

	@Test
	void rejectedObjectDoesNotHoldTheOthers(CapturedOutput output) throws InterruptedException {
		Instance rejected = new Instance("rejected");
		new Instance("other");
		this.hook.onUpsert = () -> {
			throw new DataIntegrityViolationException("not null");
		};
		assertThat(reconciliation().run()).isTrue();
		assertThat(output).contains("USER " + rejected.user + " is not stored: the database rejected it");
		// The user is stored with the membership
		assertEqualToClerk();
	}

	@Test
	void leftOverObjectIsNotCreatedAgain() throws InterruptedException {
		Instance leftOver = new Instance("left-over");
		new Instance("other");
		reconciliation().run();
		User user = client.users().get(leftOver.user).block();
		leftOver.delete();
		assertThat(reconciliation().run()).isTrue();
		this.sync.store(user);
		assertThat(rows("SELECT user_id, first_name FROM clerk_user")).doesNotContainKey(leftOver.user);
		assertEqualToClerk();
	}

	@Test
	void keepsObjectsThatAreCreatedMeanwhile() throws InterruptedException {
		Instance first = new Instance("first");
		Instance second = new Instance("second");
		reconciliation().run();
		second.delete();
		List<Instance> created = new ArrayList<>();
		this.hook.onDelete = () -> {
			Instance instance = new Instance("new");
			instance.store();
			created.add(instance);
		};
		assertThat(reconciliation().run()).isTrue();
		assertThat(created).hasSize(1);
		assertThat(rows("SELECT user_id, first_name FROM clerk_user")).containsOnlyKeys(first.user,
				created.get(0).user);
		assertEqualToClerk();
	}

	@Test
	void keepsStatesThatAreStoredMeanwhile() throws InterruptedException {
		List<Instance> instances = List.of(new Instance("first"), new Instance("second"), new Instance("third"));
		reconciliation().run();
		clerk.clock().advance(Duration.ofSeconds(1));
		instances.forEach(Instance::update);
		clerk.clock().advance(Duration.ofSeconds(1));
		String second = instances.get(1).user;
		String third = instances.get(2).user;
		// The page was read before these changes
		this.hook.onUpsert = () -> {
			client.users().update(second, UpdateUserRequest.create().firstName("newest")).block();
			this.sync.store(client.users().get(second).block());
			instances.get(2).delete();
			this.sync.users().delete(third);
		};
		assertThat(reconciliation().run()).isTrue();
		assertThat(rows("SELECT user_id, first_name FROM clerk_user"))
			.isEqualTo(Map.of(instances.get(0).user, "updated", second, "newest"));
		assertEqualToClerk();
	}

	@Test
	void deletesNothingIfClerkHasNoneOfTheStoredObjects(CapturedOutput output) throws InterruptedException {
		Instance own = new Instance("own");
		reconciliation().run();
		clerk.reset();
		Instance other = new Instance("other");
		assertThat(reconciliation().run()).isTrue();
		assertThat(rows("SELECT user_id, first_name FROM clerk_user")).containsOnlyKeys(own.user, other.user);
		assertThat(output).contains("Clerk has none of the stored objects: nothing is deleted");
	}

	@Test
	void runsInOneProcessAtATime() throws InterruptedException {
		new Instance("first");
		List<Boolean> others = new ArrayList<>();
		this.hook.onUpsert = () -> others.add(runUnchecked(reconciliation()));
		assertThat(reconciliation().run()).isTrue();
		assertThat(others).containsExactly(false);
		assertThat(this.reports).hasSize(1);
	}

	@Test
	void leaseOfAKilledProcessExpires() throws InterruptedException {
		new Instance("first");
		SyncLease killed = lease();
		assertThat(killed.acquire("killed", Duration.ZERO)).isTrue();
		assertThat(reconciliation().run()).isFalse();
		assertThat(rows("SELECT user_id, first_name FROM clerk_user")).isEmpty();
		this.clock.now = this.clock.now.plus(SyncLease.DURATION).plusMillis(1);
		assertThat(reconciliation().run()).isTrue();
		assertEqualToClerk();
		assertThat(killed.extend("killed")).isFalse();
	}

	@Test
	void endsWhenItsLeaseIsLost() throws InterruptedException {
		new Instance("first");
		this.hook.onUpsert = () -> {
			this.clock.now = this.clock.now.plus(SyncLease.DURATION).plusMillis(1);
			assertThat(lease().acquire("other", Duration.ZERO)).isTrue();
		};
		assertThat(reconciliation().run()).isFalse();
		assertThat(this.reports).singleElement().matches((report) -> !report.finished());
		assertThat(lease().extend("other")).isTrue();
	}

	@Test
	void intervalIsThatOfAllProcesses() throws InterruptedException {
		Duration hour = Duration.ofHours(1);
		assertThat(reconciliation().run(hour, () -> false)).isTrue();
		assertThat(reconciliation().run(hour, () -> false)).isFalse();
		this.clock.now = this.clock.now.plus(hour);
		assertThat(reconciliation().run(hour, () -> true)).isFalse();
		assertThat(reconciliation().run(hour, () -> false)).isTrue();
	}

	@Test
	void runnerWaitsForTheBackfill() throws InterruptedException {
		this.jdbc.execute("DELETE FROM clerk_sync_backfill");
		new Instance("first");
		ClerkBackfill backfill = new ClerkBackfill(this.sync, this.handlers, client, this.managed, pace(), this.clock);
		ReconciliationRunner runner = new ReconciliationRunner(reconciliation(), backfill, Duration.ofHours(1));
		runner.runIfDue(() -> false);
		assertThat(this.reports).isEmpty();
		assertThat(backfill.run()).isTrue();
		runner.runIfDue(() -> false);
		runner.runIfDue(() -> false);
		assertThat(this.reports).hasSize(1);
		assertDrift(0, 0, 0);
	}

	@Test
	void failureIsRepeatedByTheNextRun() throws InterruptedException {
		new Instance("first");
		clerk.failNext(Fault.status(403).on("GET /organizations"));
		ClerkReconciliation reconciliation = reconciliation();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(reconciliation::run).withMessageContaining("403");
		assertThat(this.reports).singleElement().matches((report) -> !report.finished());
		assertThat(reconciliation.run()).isTrue();
		assertEqualToClerk();
	}

	private SyncLease lease() {
		return new SyncLease(this.managed, this.transaction, "reconciliation", this.clock);
	}

	private static boolean runUnchecked(ClerkReconciliation reconciliation) {
		try {
			return reconciliation.run();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void assertDrift(long missing, long stale, long leftOver) {
		assertThat(this.reports.get(this.reports.size() - 1).drifts()).hasSize(3).allSatisfy((drift) -> {
			assertThat(drift.count(DriftType.MISSING)).as("missing " + drift.type()).isEqualTo(missing);
			assertThat(drift.count(DriftType.STALE)).as("stale " + drift.type()).isEqualTo(stale);
			assertThat(drift.count(DriftType.LEFT_OVER)).as("left over " + drift.type()).isEqualTo(leftOver);
		});
	}

	private void assertEqualToClerk() {
		assertThat(rows("SELECT user_id, first_name FROM clerk_user")).isEqualTo(
				client.users().stream(UserQuery.create()).collectMap(User::id, User::firstName, TreeMap::new).block());
		assertThat(rows("SELECT organization_id, name FROM clerk_organization")).isEqualTo(client.organizations()
			.stream(OrganizationQuery.create())
			.collectMap((organization) -> organization.id(), (organization) -> organization.name(), TreeMap::new)
			.block());
		assertThat(rows("SELECT membership_id, role FROM clerk_membership")).isEqualTo(client.organizationMemberships()
			.streamAll(InstanceOrganizationMembershipQuery.create())
			.collectMap(OrganizationMembership::id, OrganizationMembership::role, TreeMap::new)
			.block());
	}

	private Map<String, String> rows(String query) {
		Map<String, String> rows = new TreeMap<>();
		this.jdbc.query(query, (RowCallbackHandler) (row) -> rows.put(row.getString(1), row.getString(2)));
		return rows;
	}

	/**
	 * A user, an organization and the membership between them.
	 */
	private final class Instance {

		private final String user;

		private final String organization;

		Instance(String name) {
			this.user = clerk.users().create((user) -> user.firstName(name));
			this.organization = clerk.organizations().create(name);
			clerk.organizations().addMember(this.organization, this.user, "org:member");
		}

		void update() {
			client.users().update(this.user, UpdateUserRequest.create().firstName("updated")).block();
			client.organizations()
				.update(this.organization, UpdateOrganizationRequest.create().name("updated"))
				.block();
			client.organizationMemberships().update(this.organization, this.user, "org:admin").block();
		}

		void delete() {
			clerk.organizations().delete(this.organization);
			clerk.users().delete(this.user);
		}

		void store() {
			AbstractReconciliationTests.this.sync.store(client.users().get(this.user).block());
			AbstractReconciliationTests.this.sync.store(client.organizations().get(this.organization).block());
			client.organizationMemberships()
				.streamAll(InstanceOrganizationMembershipQuery.create())
				.filter((membership) -> membership.organization().id().equals(this.organization))
				.toIterable()
				.forEach(AbstractReconciliationTests.this.sync::store);
		}

	}

	/**
	 * Changes that occur once, while a user is handled.
	 */
	private static final class Hook implements UserSyncHandler {

		private Runnable onUpsert = NOTHING;

		private Runnable onDelete = NOTHING;

		@Override
		public void upsert(User user) {
			Runnable step = this.onUpsert;
			this.onUpsert = NOTHING;
			step.run();
		}

		@Override
		public void delete(String userId) {
			Runnable step = this.onDelete;
			this.onDelete = NOTHING;
			step.run();
		}

	}

}
