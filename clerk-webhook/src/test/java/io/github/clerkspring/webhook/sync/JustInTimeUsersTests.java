package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.webhook.event.EventEnvelope;
import io.github.clerkspring.webhook.event.UserEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Users at their first request.
 */
@Timeout(120)
class JustInTimeUsersTests {

	private final AtomicLong nanos = new AtomicLong();

	private final List<String> stored = new ArrayList<>();

	private final ExecutorService threads = Executors.newFixedThreadPool(8);

	private ClerkEmulator clerk;

	private JdbcTemplate jdbc;

	private TransactionTemplate transaction;

	private ClerkUserSync sync;

	private Consumer<String> whileStored = (userId) -> {
	};

	@BeforeEach
	void start() {
		this.clerk = ClerkEmulator.start();
		DataSource dataSource = new DriverManagerDataSource("jdbc:h2:mem:jit;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
				"sa", "");
		this.jdbc = new JdbcTemplate(dataSource);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
		new ResourceDatabasePopulator(new ClassPathResource("schema-h2.sql", JdbcSyncState.class)).execute(dataSource);
		ClerkBackendClient client = ClerkBackendClient.builder(ClerkSecretKey.valueOf(this.clerk.secretKey()))
			.apiUrl(this.clerk.baseUrl())
			.build();
		UserSyncHandler handler = new UserSyncHandler() {

			@Override
			public void upsert(User user) {
				JustInTimeUsersTests.this.stored.add(user.id());
				JustInTimeUsersTests.this.whileStored.accept(user.id());
			}

			@Override
			public void delete(String userId) {
				JustInTimeUsersTests.this.stored.remove(userId);
			}

		};
		this.sync = new ClerkUserSync(new SyncHandlers(List.of(handler), List.of(), List.of()),
				new JdbcSyncState(this.jdbc, Clock.systemUTC()), client, this.transaction, SyncMode.EVENT);
	}

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
		this.jdbc.execute("SHUTDOWN");
		this.clerk.close();
	}

	private JustInTimeUsers users() {
		return users(this.threads);
	}

	private JustInTimeUsers users(Executor executor) {
		return new JustInTimeUsers(this.sync, 2, Duration.ofMinutes(1), executor, this.nanos::get);
	}

	@Test
	void handlerIsCalledOnceForManyRequestsInSeveralProcesses() throws Exception {
		String ada = this.clerk.users().create("ada@example.com");
		List<JustInTimeUsers> processes = List.of(users(), users(), users());
		this.clerk.clearRequests();
		List<CompletableFuture<Boolean>> results = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			results.add(processes.get(i % 3).ensure(ada));
		}
		for (CompletableFuture<Boolean> result : results) {
			assertThat(result.get(60, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(this.stored).containsExactly(ada);
		assertThat(this.clerk.requests()).hasSize(1);
		assertThat(processes).allMatch((process) -> process.isKnown(ada));
	}

	@Test
	void deletedUserIsRefused() throws Exception {
		String ada = this.clerk.users().create("ada@example.com");
		JustInTimeUsers users = users();
		assertThat(users.ensure(ada).get()).isTrue();
		delete(users, ada);
		assertThat(users.isKnown(ada)).isFalse();
		assertThat(users.ensure(ada).get()).isFalse();
		assertThat(this.stored).isEmpty();
		assertThat(users.ensure("user_unknown").get()).isFalse();
		assertThat(this.stored).isEmpty();
	}

	@Test
	void userDeletedWhileBeingStoredIsNotKnown() throws Exception {
		String ada = this.clerk.users().create("ada@example.com");
		JustInTimeUsers users = users();
		this.whileStored = (userId) -> TransactionSynchronizationManager
			.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					CompletableFuture.runAsync(() -> delete(users, userId), JustInTimeUsersTests.this.threads).join();
				}

			});
		assertThat(users.ensure(ada).get()).isTrue();
		assertThat(this.stored).isEmpty();
		assertThat(users.isKnown(ada)).isFalse();
		assertThat(users.ensure(ada).get()).isFalse();
	}

	@Test
	void userIsKnownUntilTheDeletionIsCommitted() throws Exception {
		String ada = this.clerk.users().create("ada@example.com");
		JustInTimeUsers users = users();
		assertThat(users.ensure(ada).get()).isTrue();
		this.transaction.executeWithoutResult((status) -> {
			delete(users, ada);
			assertThat(users.isKnown(ada)).isTrue();
		});
		assertThat(users.isKnown(ada)).isFalse();
	}

	@Test
	void userIsKnownForALimitedTime() throws Exception {
		String ada = this.clerk.users().create("ada@example.com");
		JustInTimeUsers users = users(Runnable::run);
		assertThat(users.ensure(ada).get()).isTrue();
		this.nanos.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
		assertThat(users.isKnown(ada)).isTrue();
		this.nanos.incrementAndGet();
		assertThat(users.isKnown(ada)).isFalse();
		assertThat(users.ensure(ada).get()).isTrue();
		assertThat(this.stored).containsExactly(ada);
	}

	@Test
	void memoryIsBounded() throws Exception {
		JustInTimeUsers users = users(Runnable::run);
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			ids.add(this.clerk.users().create("user" + i + "@example.com"));
			assertThat(users.ensure(ids.get(i)).get()).isTrue();
		}
		assertThat(ids).filteredOn(users::isKnown).hasSize(2);
		assertThat(this.stored).containsExactlyElementsOf(ids);
	}

	private void delete(JustInTimeUsers users, String userId) {
		UserEvent.Deleted deleted = new UserEvent.Deleted(
				new EventEnvelope("msg_1", "user.deleted", Instant.EPOCH, null, null, null),
				new DeletedObject("user", userId, null, true, null));
		this.sync.on(deleted);
		users.on(deleted);
	}

	@Test
	void failureIsTriedAgainByTheNextRequest() throws Exception {
		String ada = this.clerk.users().create("ada@example.com");
		JustInTimeUsers users = users();
		this.clerk.failNext(Fault.status(403).times(1));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> users.ensure(ada).get())
			.withRootCauseInstanceOf(ClerkApiException.class);
		assertThat(users.ensure(ada).get()).isTrue();
	}

	@Test
	void fullExecutorIsAFailure() {
		JustInTimeUsers users = new JustInTimeUsers(this.sync, 2, Duration.ofMinutes(1), (task) -> {
			throw new RejectedExecutionException("full");
		});
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> users.ensure("user_1").get())
				.withRootCauseInstanceOf(RejectedExecutionException.class);
		}
	}

}
