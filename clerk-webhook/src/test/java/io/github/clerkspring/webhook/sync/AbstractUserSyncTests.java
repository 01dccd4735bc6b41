package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.http.ClerkJsonMapper;
import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.organization.OrganizationMembershipQuery;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.webhook.event.EventEnvelope;
import io.github.clerkspring.webhook.event.OrganizationEvent;
import io.github.clerkspring.webhook.event.OrganizationMembershipEvent;
import io.github.clerkspring.webhook.event.UnreadableEventException;
import io.github.clerkspring.webhook.event.UserEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Users, organizations and memberships in tables, whatever the order of the events is.
 */
@Timeout(120)
abstract class AbstractUserSyncTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-15T08:00:00Z"), ZoneOffset.UTC);

	private static final JsonMapper MAPPER = ClerkJsonMapper.create();

	private static ClerkEmulator clerk;

	private JdbcTemplate jdbc;

	private TransactionTemplate transaction;

	private ClerkUserSync sync;

	private int users;

	abstract String url();

	abstract String user();

	abstract String platform();

	@BeforeAll
	static void startClerk() {
		clerk = ClerkEmulator.start();
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
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
		for (String script : List.of("schema", "tables")) {
			ResourceDatabasePopulator schema = new ResourceDatabasePopulator(
					new ClassPathResource(script + "-" + platform() + ".sql", JdbcSyncState.class));
			schema.execute(dataSource);
			schema.execute(dataSource);
		}
		for (String table : List.of("clerk_membership", "clerk_organization", "clerk_user", "clerk_sync_state")) {
			this.jdbc.execute("DELETE FROM " + table);
		}
		this.sync = sync(SyncMode.EVENT, tables());
	}

	private SyncHandlers tables() {
		JdbcSyncTables tables = new JdbcSyncTables(this.jdbc);
		return new SyncHandlers(List.of(tables.users()), List.of(tables.organizations()),
				List.of(tables.memberships()));
	}

	private ClerkUserSync sync(SyncMode mode, SyncHandlers handlers) {
		ClerkBackendClient client = ClerkBackendClient.builder(ClerkSecretKey.valueOf(clerk.secretKey()))
			.apiUrl(clerk.baseUrl())
			.build();
		return new ClerkUserSync(handlers, new JdbcSyncState(this.jdbc, CLOCK), client, this.transaction, mode);
	}

	@Test
	void storesUser() {
		String id = clerk.users()
			.create((user) -> user.emailAddress("ada@example.com")
				.firstName("Ada")
				.publicMetadata(Map.of("plan", "pro")));
		this.sync.on(new UserEvent.Created(envelope(), read(id)));
		assertThat(this.jdbc.queryForMap("SELECT * FROM clerk_user")).containsEntry("user_id", id)
			.containsEntry("email_address", "ada@example.com")
			.containsEntry("first_name", "Ada")
			.containsEntry("public_metadata", "{\"plan\":\"pro\"}")
			.containsEntry("updated_at", read(id).updatedAt().toEpochMilli());
	}

	@Test
	void storesTextOfAnyLength() {
		OrganizationMembership membership = membership();
		String text = text(10_000);
		Map<String, Object> email = Map.of("id", "idn_1", "email_address", text);
		User user = MAPPER.convertValue(Map.of("id", membership.publicUserData().userId(), "updated_at", 1000,
				"external_id", text, "username", text, "first_name", text, "last_name", text, "image_url", text,
				"email_addresses", List.of(email), "primary_email_address_id", "idn_1"), User.class);
		Organization organization = MAPPER.convertValue(Map.of("id", membership.organization().id(), "updated_at", 1000,
				"name", text, "slug", text, "image_url", text), Organization.class);
		for (int i = 0; i < 2; i++) {
			this.sync.on(updated(user));
			this.sync.on(new OrganizationEvent.Updated(envelope(), organization));
		}
		this.sync.on(new OrganizationMembershipEvent.Created(envelope(), membership));
		assertThat(this.jdbc.queryForMap("""
				SELECT u.external_id, u.username, u.first_name, u.last_name, u.image_url, u.email_address,
				o.name, o.slug, o.image_url AS logo
				FROM clerk_membership m JOIN clerk_user u ON u.user_id = m.user_id
				JOIN clerk_organization o ON o.organization_id = m.organization_id
				WHERE u.email_address = ?""", text)).hasSize(9)
			.allSatisfy((column, value) -> assertThat(value).as(column).isEqualTo(text));
	}

	@Test
	void replacesTextThatDatabasesReject() {
		OrganizationMembership membership = membership();
		String text = "A\u0000b\uD800c\uDC00 \uD83D\uDE00";
		Map<String, Object> email = Map.of("id", "idn_1", "email_address", text);
		Map<String, Object> metadata = Map.of("name\u0000", List.of(text));
		User user = MAPPER.convertValue(Map.of("id", membership.publicUserData().userId(), "updated_at", 1000,
				"external_id", text, "username", text, "first_name", text, "last_name", text, "image_url", text,
				"email_addresses", List.of(email), "primary_email_address_id", "idn_1", "public_metadata", metadata),
				User.class);
		Organization organization = MAPPER.convertValue(Map.of("id", membership.organization().id(), "updated_at", 1000,
				"name", text, "slug", text, "image_url", text, "public_metadata", metadata), Organization.class);
		for (int i = 0; i < 2; i++) {
			this.sync.on(updated(user));
			this.sync.on(new OrganizationEvent.Updated(envelope(), organization));
		}
		this.sync.on(new OrganizationMembershipEvent.Created(envelope(), membership));
		assertThat(this.jdbc.queryForMap("""
				SELECT u.external_id, u.username, u.first_name, u.last_name, u.image_url, u.email_address,
				o.name, o.slug, o.image_url AS logo
				FROM clerk_membership m JOIN clerk_user u ON u.user_id = m.user_id
				JOIN clerk_organization o ON o.organization_id = m.organization_id""")).hasSize(9)
			.allSatisfy(
					(column, value) -> assertThat(value).as(column).isEqualTo("A\uFFFDb\uFFFDc\uFFFD \uD83D\uDE00"));
		assertThat(this.jdbc.queryForList(
				"SELECT public_metadata FROM clerk_user UNION ALL " + "SELECT public_metadata FROM clerk_organization",
				String.class))
			.allSatisfy((json) -> assertThat(MAPPER.readTree(json).get("name\u0000").get(0).asString())
				.startsWith("A\u0000b"));
	}

	@Test
	void ordersTimesBeyondThePrecisionOfTheTables() {
		SyncState state = new JdbcSyncState(this.jdbc, CLOCK);
		for (String time : List.of("1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "2024-05-28T08:00:00.000999999Z",
				"9999-12-31T23:59:59.999999999Z")) {
			User user = MAPPER.convertValue(Map.of("id", "user_1", "first_name", time, "updated_at", time), User.class);
			this.sync.on(updated(user));
			assertThat(names()).containsExactly(time);
			assertThat(state.find(SyncType.USER, "user_1").isUnknown()).isFalse();
			assertThat(this.sync.users().compare(user, state.find(SyncType.USER, "user_1"))).isNull();
		}
	}

	@Test
	void membershipWithoutUserIsUnreadable() {
		OrganizationMembership membership = MAPPER.convertValue(
				Map.of("id", "orgmem_1", "role", "org:admin", "organization", Map.of("id", "org_1")),
				OrganizationMembership.class);
		for (SyncMode mode : SyncMode.values()) {
			ClerkUserSync handled = sync(mode, tables());
			ClerkUserSync unhandled = sync(mode, new SyncHandlers(tables().users(), List.of(), List.of()));
			for (OrganizationMembershipEvent event : List.of(
					new OrganizationMembershipEvent.Created(envelope(), membership),
					new OrganizationMembershipEvent.Updated(envelope(), membership))) {
				assertThatExceptionOfType(UnreadableEventException.class).isThrownBy(() -> handled.on(event))
					.withMessageContaining("data.public_user_data.user_id is missing");
				unhandled.on(event);
			}
			handled.store(membership);
		}
		assertThat(count("clerk_sync_state")).isZero();
	}

	// Random, so that a database cannot compress it
	private static String text(int length) {
		return new Random(16).ints(length, 'a', 'z' + 1)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	@Test
	void skipsOlderStates() {
		this.sync.on(updated(user("user_1", 2)));
		this.sync.on(new UserEvent.Created(envelope(), user("user_1", 1)));
		assertThat(names()).containsExactly("v2");
		this.sync.on(updated(user("user_1", 3)));
		this.sync.on(updated(user("user_1", 2)));
		assertThat(names()).containsExactly("v3");
	}

	@Test
	void storesStateOfTheSameTimeAgain() {
		this.sync.on(updated(user("user_1", 2)));
		this.jdbc.update("UPDATE clerk_user SET first_name = 'changed'");
		this.sync.on(updated(user("user_1", 2)));
		assertThat(names()).containsExactly("v2");
	}

	@Test
	void deletedUserStaysDeleted() {
		this.sync.on(updated(user("user_1", 1)));
		this.sync.on(deleted("user_1"));
		this.sync.on(updated(user("user_1", 2)));
		assertThat(names()).isEmpty();
		this.sync.on(deleted("user_2"));
		this.sync.on(new UserEvent.Created(envelope(), user("user_2", 1)));
		assertThat(names()).isEmpty();
	}

	@Test
	void findsStoredObjects() {
		JdbcSyncState state = new JdbcSyncState(this.jdbc, CLOCK);
		for (String id : List.of("user_a", "user_B", "user_c", "user_D")) {
			this.sync.on(updated(user(id, 1)));
		}
		this.sync.on(deleted("user_c"));
		this.transaction.executeWithoutResult((status) -> state.lock(SyncType.USER, "user_locked"));
		List<String> ids = new ArrayList<>();
		for (List<String> page = List.of(""); !page.isEmpty();) {
			page = state.storedIds(SyncType.USER, ids.isEmpty() ? "" : ids.get(ids.size() - 1), 2);
			ids.addAll(page);
		}
		assertThat(ids).containsExactlyInAnyOrder("user_a", "user_B", "user_D");
		assertThat(state.find(SyncType.USER, List.of("user_a", "user_c", "user_unknown"))).isEqualTo(
				Map.of("user_a", state.find(SyncType.USER, "user_a"), "user_c", state.find(SyncType.USER, "user_c")));
		assertThat(state.find(SyncType.USER, List.of())).isEmpty();
	}

	@Test
	void leaseHasOneOwner() {
		this.jdbc.execute("DELETE FROM clerk_sync_lease");
		SyncLease lease = new SyncLease(this.jdbc, this.transaction, "test", CLOCK);
		assertThat(lease.acquire("first", Duration.ZERO)).isTrue();
		assertThat(lease.acquire("second", Duration.ZERO)).isFalse();
		lease.release("second", true);
		assertThat(lease.extend("first")).isTrue();
		lease.release("first", true);
		assertThat(lease.extend("first")).isFalse();
		assertThat(lease.acquire("second", Duration.ofMillis(1))).isFalse();
		assertThat(lease.acquire("second", Duration.ZERO)).isTrue();
	}

	@Test
	void membershipBringsItsUserAndItsOrganization() {
		OrganizationMembership membership = membership();
		this.sync.on(new OrganizationMembershipEvent.Created(envelope(), membership));
		assertThat(this.jdbc.queryForList("""
				SELECT m.role FROM clerk_membership m JOIN clerk_user u ON u.user_id = m.user_id
				JOIN clerk_organization o ON o.organization_id = m.organization_id
				WHERE u.email_address = 'ada@example.com' AND o.name = 'Acme'""", String.class))
			.containsExactly("org:admin");
		clerk.clearRequests();
		this.sync.on(new OrganizationMembershipEvent.Updated(envelope(), membership));
		assertThat(clerk.requests()).isEmpty();
	}

	@Test
	void membershipsGoWithTheirUserAndTheirOrganization() {
		OrganizationMembership membership = membership();
		this.sync.on(new OrganizationMembershipEvent.Created(envelope(), membership));
		this.sync.on(deleted(membership.publicUserData().userId()));
		assertThat(count("clerk_membership")).isZero();
		this.sync.on(new OrganizationMembershipEvent.Updated(envelope(), membership));
		assertThat(count("clerk_membership")).isZero();
		this.sync.on(new OrganizationMembershipEvent.Deleted(envelope(), membership));
		this.sync.on(new OrganizationEvent.Deleted(envelope(), object(membership.organization().id())));
		assertThat(count("clerk_organization")).isZero();
		assertThat(names()).isEmpty();
	}

	@Test
	void membershipOfUserThatDoesNotExistIsNotStored() {
		OrganizationMembership membership = membership();
		clerk.users().delete(membership.publicUserData().userId());
		this.sync.on(new OrganizationMembershipEvent.Created(envelope(), membership));
		assertThat(count("clerk_membership") + count("clerk_user") + count("clerk_organization")).isZero();
	}

	@Test
	void membershipCanEndAndBeginAgainInAnyOrder() {
		OrganizationMembership first = membership("org:member");
		String user = first.publicUserData().userId();
		clerk.organizations().removeMember(first.organization().id(), user);
		clerk.organizations().addMember(first.organization().id(), user, "org:member");
		OrganizationMembership second = readMembership(first.organization().id());
		this.sync.on(new OrganizationMembershipEvent.Created(envelope(), second));
		this.sync.on(new OrganizationMembershipEvent.Deleted(envelope(), first));
		this.sync.on(new OrganizationMembershipEvent.Created(envelope(), first));
		assertThat(this.jdbc.queryForList("SELECT membership_id FROM clerk_membership", String.class))
			.containsExactly(second.id());
	}

	@Test
	void failureOfHandlerLeavesNothing() {
		UserSyncHandler failing = new UserSyncHandler() {

			@Override
			public void upsert(User user) {
				throw new IllegalStateException("not today");
			}

			@Override
			public void delete(String userId) {
				throw new IllegalStateException("not today");
			}

		};
		ClerkUserSync broken = sync(SyncMode.EVENT, new SyncHandlers(List.of(failing), List.of(), List.of()));
		assertThatIllegalStateException().isThrownBy(() -> broken.on(updated(user("user_1", 5))));
		assertThatIllegalStateException().isThrownBy(() -> broken.on(deleted("user_1")));
		this.sync.on(updated(user("user_1", 1)));
		assertThat(names()).containsExactly("v1");
	}

	@Test
	void failureOfClerkIsRepeated() {
		OrganizationMembership membership = membership();
		clerk.failNext(Fault.status(403).times(1));
		assertThatExceptionOfType(ClerkApiException.class)
			.isThrownBy(() -> this.sync.on(new OrganizationMembershipEvent.Created(envelope(), membership)));
		assertThat(count("clerk_sync_state")).isZero();
		this.sync.on(new OrganizationMembershipEvent.Created(envelope(), membership));
		assertThat(count("clerk_membership")).isEqualTo(1);
	}

	@Test
	void readsTheStateThatAnEventPointsTo() {
		ClerkUserSync refetch = sync(SyncMode.REFETCH, tables());
		String id = clerk.users().create((user) -> user.emailAddress("ada@example.com").firstName("Ada"));
		User stale = withName(read(id), "Old");
		clerk.clearRequests();
		refetch.on(new UserEvent.Created(envelope(), stale));
		refetch.on(updated(stale));
		refetch.on(updated(stale));
		assertThat(names()).containsExactly("Ada");
		assertThat(clerk.requests()).hasSize(1);
	}

	@Test
	void doesNotDeleteWhatCannotBeRead() {
		ClerkUserSync refetch = sync(SyncMode.REFETCH, tables());
		this.sync.on(updated(user("user_1", 1)));
		refetch.on(updated(user("user_1", 2)));
		refetch.on(updated(user("user_2", 2)));
		assertThat(names()).containsExactly("v1");
		refetch.on(deleted("user_1"));
		assertThat(names()).isEmpty();
	}

	@Test
	void readsOrganizationsAndMembershipsThatEventsPointTo() {
		ClerkUserSync refetch = sync(SyncMode.REFETCH, tables());
		OrganizationMembership membership = membership("org:member");
		refetch.on(new OrganizationEvent.Created(envelope(), membership.organization()));
		refetch.on(new OrganizationMembershipEvent.Created(envelope(), membership));
		assertThat(count("clerk_membership")).isEqualTo(1);
		clerk.organizations().removeMember(membership.organization().id(), membership.publicUserData().userId());
		refetch.on(new OrganizationMembershipEvent.Deleted(envelope(), membership));
		refetch.on(new OrganizationMembershipEvent.Updated(envelope(), membership));
		assertThat(count("clerk_membership")).isZero();
		assertThat(count("clerk_organization")).isEqualTo(1);
	}

	@Test
	void newestStateRemainsWhenManyEventsAreHandledAtOnce() throws Exception {
		List<Long> versions = new ArrayList<>(LongStream.rangeClosed(1, 60).boxed().toList());
		Collections.shuffle(versions, new Random(16));
		inParallel(versions.stream()
			.<Runnable>map((version) -> () -> this.sync.on(updated(user("user_1", version))))
			.toList());
		assertThat(names()).containsExactly("v60");
	}

	@Test
	void deletedUserHasNoMembershipsWhenEventsAreHandledAtOnce() throws Exception {
		List<Runnable> events = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			OrganizationMembership membership = membership();
			String user = membership.publicUserData().userId();
			events.add(() -> this.sync.on(new OrganizationMembershipEvent.Created(envelope(), membership)));
			events.add(() -> this.sync.on(new OrganizationMembershipEvent.Updated(envelope(), membership)));
			events.add(() -> this.sync.on(updated(withName(read(user), "Ada"))));
			events.add(() -> this.sync.on(deleted(user)));
			events.add(() -> this.sync.on(new OrganizationMembershipEvent.Updated(envelope(), membership)));
		}
		Collections.shuffle(events, new Random(16));
		inParallel(events);
		assertThat(count("clerk_membership") + count("clerk_user")).isZero();
	}

	private static void inParallel(List<Runnable> events) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(6);
		try {
			List<Future<?>> results = new ArrayList<>();
			events.forEach((event) -> results.add(threads.submit(() -> repeat(event))));
			for (Future<?> result : results) {
				result.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	// As Clerk repeats a webhook, here after a deadlock that a database has resolved
	private static void repeat(Runnable event) {
		for (int attempt = 1; attempt < 10; attempt++) {
			try {
				event.run();
				return;
			}
			catch (PessimisticLockingFailureException ex) {
				assertThat(attempt).isLessThan(9);
			}
		}
	}

	private List<String> names() {
		return this.jdbc.queryForList("SELECT first_name FROM clerk_user ORDER BY user_id", String.class);
	}

	private int count(String table) {
		Integer count = this.jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
		return (count != null) ? count : -1;
	}

	private static User user(String id, long version) {
		return MAPPER.convertValue(
				Map.of("id", id, "first_name", "v" + version, "created_at", 1000, "updated_at", 1000 * version),
				User.class);
	}

	private static User withName(User user, String name) {
		return MAPPER.convertValue(Map.of("id", user.id(), "first_name", name, "updated_at",
				user.updatedAt().toEpochMilli(), "created_at", user.createdAt().toEpochMilli()), User.class);
	}

	private static User read(String id) {
		return MAPPER.convertValue(clerk.users().get(id), User.class);
	}

	private OrganizationMembership membership() {
		return membership("org:admin");
	}

	private OrganizationMembership membership(String role) {
		String user = clerk.users().create("ada%s@example.com".formatted((this.users++ == 0) ? "" : this.users));
		String organization = clerk.organizations().create("Acme");
		clerk.organizations().addMember(organization, user, role);
		return readMembership(organization);
	}

	private static OrganizationMembership readMembership(String organization) {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(clerk.secretKey()))
			.apiUrl(clerk.baseUrl())
			.build()
			.organizationMemberships()
			.stream(organization, OrganizationMembershipQuery.create())
			.blockFirst();
	}

	private static UserEvent updated(User user) {
		return new UserEvent.Updated(envelope(), user);
	}

	private static UserEvent deleted(String id) {
		return new UserEvent.Deleted(envelope(), object(id));
	}

	private static DeletedObject object(String id) {
		return new DeletedObject("object", id, null, true, null);
	}

	private static EventEnvelope envelope() {
		return new EventEnvelope("msg_1", "type", CLOCK.instant(), null, null, null);
	}

}
