package io.github.clerkspring.webhook.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.ClerkJsonMapper;
import io.github.clerkspring.webhook.ManualCommitDataSource;
import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.event.ClerkEventReader;
import io.github.clerkspring.webhook.event.SessionEvent;
import io.github.clerkspring.webhook.event.UserEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Memory of what has ended, fed by events and by other processes.
 */
@ExtendWith(OutputCaptureExtension.class)
class EndedSessionsTests {

	private static final JsonMapper MAPPER = ClerkJsonMapper.create();

	private final TestClock clock = new TestClock();

	private final EndedSessions sessions = sessions(100);

	private final MemoryStore store = new MemoryStore();

	private final EndedSessionListener listener = new EndedSessionListener(this.sessions, this.store, this.clock);

	private int deliveries;

	private EndedSessions sessions(int maxSize) {
		return new EndedSessions(maxSize, Duration.ofMinutes(15), this.clock);
	}

	@Test
	void sessionEnds() {
		for (String type : List.of("ended", "removed", "revoked")) {
			session("session." + type, "sess_" + type);
			assertThat(this.sessions.isEnded("sess_" + type, "user_1")).isTrue();
		}
		session("session.created", "sess_created");
		session("session.pending", "sess_pending");
		assertThat(this.sessions.isEnded("sess_created", "user_1")).isFalse();
		assertThat(this.sessions.isEnded("sess_pending", null)).isFalse();
		assertThat(this.sessions.isEnded(null, null)).isFalse();
		assertThat(this.store.entries).hasSize(3);
	}

	@Test
	void deletedUserIsRefused() {
		user("user.deleted", Map.of("id", "user_1", "deleted", true));
		assertThat(this.sessions.isEnded("sess_1", "user_1")).isTrue();
		user("user.updated", Map.of("id", "user_1", "banned", false, "updated_at", 5000));
		assertThat(this.sessions.isEnded("sess_1", "user_1")).isTrue();
		assertThat(this.sessions.isEnded("user_1", "sess_1")).isFalse();
	}

	@Test
	void banEndsInTheOrderOfClerk() {
		user("user.updated", Map.of("id", "user_1", "banned", true, "updated_at", 2000));
		assertThat(this.sessions.isEnded("sess_1", "user_1")).isTrue();
		user("user.updated", Map.of("id", "user_1", "banned", false, "updated_at", 1000));
		assertThat(this.sessions.isEnded("sess_1", "user_1")).isTrue();
		user("user.updated", Map.of("id", "user_1", "banned", false, "updated_at", 3000));
		assertThat(this.sessions.isEnded("sess_1", "user_1")).isFalse();
		user("user.updated", Map.of("id", "user_2", "banned", false, "updated_at", 3000));
		user("user.updated", Map.of("id", "user_2", "banned", true, "updated_at", 2000));
		assertThat(this.sessions.isEnded("sess_2", "user_2")).isFalse();
	}

	@Test
	void entryIsForgottenAfterRetention() {
		session("session.ended", "sess_1");
		this.clock.now = this.clock.now.plus(Duration.ofMinutes(15)).minusMillis(1);
		assertThat(this.sessions.isEnded("sess_1", null)).isTrue();
		this.clock.now = this.clock.now.plusMillis(1);
		assertThat(this.sessions.isEnded("sess_1", null)).isFalse();
		session("session.ended", "sess_2");
		assertThat(this.sessions.size()).isEqualTo(1);
		assertThat(this.sessions.evictions()).isZero();
	}

	@Test
	void oldestEntryGoesWhenMemoryIsFull() {
		EndedSessions small = sessions(2);
		for (String id : List.of("sess_1", "sess_2", "sess_3")) {
			small.add(new EndedSession(EndedSession.Type.SESSION, id, true, this.clock.now, this.clock.now));
		}
		assertThat(small.isEnded("sess_1", null)).isFalse();
		assertThat(small.isEnded("sess_2", null)).isTrue();
		assertThat(small.isEnded("sess_3", null)).isTrue();
		assertThat(small.evictions()).isEqualTo(1);
		assertThat(small.size()).isEqualTo(2);
	}

	@Test
	void changedEntryCountsAsNew() {
		EndedSessions small = sessions(2);
		Instant start = this.clock.now;
		small.add(new EndedSession(EndedSession.Type.USER, "user_1", true, start, start));
		small.add(new EndedSession(EndedSession.Type.SESSION, "sess_2", true, start, start));
		Instant later = start.plus(Duration.ofMinutes(10));
		small.add(new EndedSession(EndedSession.Type.USER, "user_1", true, later, later));
		small.add(new EndedSession(EndedSession.Type.SESSION, "sess_3", true, later, later));
		assertThat(small.isEnded(null, "user_1")).isTrue();
		assertThat(small.isEnded("sess_2", null)).isFalse();
		this.clock.now = start.plus(Duration.ofMinutes(20));
		small.add(new EndedSession(EndedSession.Type.SESSION, "sess_4", true, this.clock.now, this.clock.now));
		assertThat(small.evictions()).isEqualTo(2);
		assertThat(small.isEnded("sess_4", null)).isTrue();
	}

	@Test
	void anotherProcessReadsWhatIsStored() {
		session("session.ended", "sess_1");
		EndedSessions other = sessions(100);
		EndedSessionPoller poller = new EndedSessionPoller(other, this.store, Duration.ofMillis(500), this.clock);
		poller.poll();
		assertThat(other.isEnded("sess_1", null)).isTrue();
		// Stored by a transaction that ended late
		Instant late = this.clock.now.minusSeconds(10);
		this.store.entries.add(new EndedSession(EndedSession.Type.SESSION, "sess_2", true, late, late));
		this.clock.now = this.clock.now.plusSeconds(1);
		poller.poll();
		assertThat(other.isEnded("sess_2", null)).isTrue();
		this.clock.now = this.clock.now.plus(Duration.ofHours(1));
		poller.poll();
		assertThat(this.store.entries).isEmpty();
	}

	@Test
	void isAvailableWithoutDatabase(CapturedOutput output) {
		session("session.ended", "sess_1");
		EndedSessions other = sessions(100);
		EndedSessionPoller poller = new EndedSessionPoller(other, this.store, Duration.ofMillis(500), this.clock);
		this.store.failing = true;
		poller.poll();
		poller.poll();
		assertThat(poller.failures()).isEqualTo(2);
		assertThat(output.getOut()).containsOnlyOnce("tokens are accepted without them");
		assertThat(other.isEnded("sess_1", null)).isFalse();
		this.store.failing = false;
		poller.poll();
		assertThat(other.isEnded("sess_1", null)).isTrue();
		assertThat(poller.failures()).isEqualTo(2);
	}

	@Test
	void storesInTable() {
		DataSource dataSource = new ManualCommitDataSource("jdbc:h2:mem:ended;DB_CLOSE_DELAY=-1", "sa");
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		ResourceDatabasePopulator schema = new ResourceDatabasePopulator(
				new ClassPathResource("schema-h2.sql", JdbcEndedSessionStore.class));
		schema.execute(dataSource);
		schema.execute(dataSource);
		JdbcEndedSessionStore table = new JdbcEndedSessionStore(jdbc,
				new TransactionTemplate(new DataSourceTransactionManager(dataSource)));
		EndedSession first = new EndedSession(EndedSession.Type.USER, "user_1", true, this.clock.now, this.clock.now);
		EndedSession second = new EndedSession(EndedSession.Type.SESSION, "sess_1", true,
				Instant.ofEpochMilli(Long.MAX_VALUE), this.clock.now.plusSeconds(5));
		table.add("msg_2", second);
		table.add("msg_1", first);
		table.add("msg_1", first);
		assertThat(table.since(Instant.EPOCH)).containsExactly(first, second);
		assertThat(table.since(this.clock.now.plusSeconds(1))).containsExactly(second);
		table.removeBefore(this.clock.now.plusSeconds(1));
		assertThat(table.since(Instant.EPOCH)).containsExactly(second);
		jdbc.execute("SHUTDOWN");
	}

	private void session(String type, String id) {
		this.listener.on((SessionEvent) event(type, Map.of("id", id, "user_id", "user_1", "status", "ended")));
	}

	private void user(String type, Map<String, ?> data) {
		this.listener.on((UserEvent) event(type, data));
	}

	private ClerkEvent event(String type, Map<String, ?> data) {
		byte[] body = MAPPER.writeValueAsBytes(Map.of("type", type, "object", "event", "data", data));
		return new ClerkEventReader().read("msg_" + this.deliveries++, this.clock.now, body);
	}

	private static final class MemoryStore implements EndedSessionStore {

		private final List<EndedSession> entries = new ArrayList<>();

		private boolean failing;

		@Override
		public void add(String deliveryId, EndedSession ended) {
			this.entries.add(ended);
		}

		@Override
		public List<EndedSession> since(Instant time) {
			if (this.failing) {
				throw new DataAccessResourceFailureException("no database");
			}
			return this.entries.stream().filter((entry) -> !entry.recordedAt().isBefore(time)).toList();
		}

		@Override
		public void removeBefore(Instant time) {
			this.entries.removeIf((entry) -> entry.recordedAt().isBefore(time));
		}

	}

	private static final class TestClock extends Clock {

		private Instant now = Instant.parse("2027-01-15T08:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
