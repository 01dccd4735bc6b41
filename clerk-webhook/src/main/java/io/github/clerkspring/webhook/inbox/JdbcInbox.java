package io.github.clerkspring.webhook.inbox;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;

/**
 * {@link Inbox} in a database table, for any number of processes. Changes of a handler
 * that uses the same transaction manager are committed together with the row that marks
 * the delivery as handled.
 */
public final class JdbcInbox implements Inbox {

	private final JdbcOperations jdbc;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final InboxSql sql;

	/**
	 * Create the inbox.
	 * @param jdbc the operations on the database
	 * @param transaction the transactions of that database
	 * @param clock the clock
	 * @param table the name of the table
	 */
	public JdbcInbox(JdbcOperations jdbc, TransactionOperations transaction, Clock clock, String table) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
		this.sql = new InboxSql(table);
	}

	@Override
	public boolean handle(Delivery delivery, Runnable handler) {
		HandlerCall call = new HandlerCall();
		return call.in(() -> inTransaction((status) -> {
			requireTransaction();
			if (!insert(status, delivery, DeliveryState.HANDLED, this.clock.instant(), null, null)) {
				return false;
			}
			call.run(handler);
			return true;
		}));
	}

	/** Without a transaction, a failure of the handler would not roll back the row. */
	private void requireTransaction() {
		Boolean autoCommit = this.jdbc.execute((Connection connection) -> connection.getAutoCommit());
		Assert.state(Boolean.FALSE.equals(autoCommit),
				"The transaction manager does not manage the data source of the webhook inbox");
	}

	@Override
	public boolean accept(Delivery delivery) {
		return store(delivery, DeliveryState.PENDING, delivery.receivedAt(), null);
	}

	@Override
	public boolean bury(Delivery delivery, String failure) {
		return store(delivery, DeliveryState.DEAD, null, failure);
	}

	private boolean store(Delivery delivery, DeliveryState state, @Nullable Instant due, @Nullable String failure) {
		// In some databases an insert waits for a row that the worker has locked
		return find(delivery.id()) == null && new HandlerCall()
			.in(() -> inTransaction((status) -> insert(status, delivery, state, null, due, failure)));
	}

	private boolean insert(TransactionStatus status, Delivery delivery, DeliveryState state,
			@Nullable Instant handledAt, @Nullable Instant due, @Nullable String failure) {
		byte @Nullable [] body = (state != DeliveryState.HANDLED) ? delivery.body() : null;
		try {
			return this.jdbc.update(this.sql.insert(this.jdbc), delivery.id(), delivery.type(), state.name(),
					InboxSql.millis(delivery.eventTime()), InboxSql.millis(delivery.receivedAt()),
					InboxSql.millis(handledAt), 0, InboxSql.millis(due), failure, body) > 0;
		}
		catch (DuplicateKeyException ex) {
			if (status.isNewTransaction()) {
				status.setRollbackOnly();
			}
			return false;
		}
	}

	@Override
	public @Nullable DeliveryEntry claim(Instant now, RetrySchedule schedule) {
		Optional<DeliveryEntry> claimed = read(() -> this.transaction.execute((status) -> claimNext(now, schedule)));
		return (claimed != null) ? claimed.orElse(null) : null;
	}

	private Optional<DeliveryEntry> claimNext(Instant now, RetrySchedule schedule) {
		Optional<DeliveryEntry> due = nextDue(now);
		while (due.isPresent() && due.get().attempts() >= schedule.maxAttempts()) {
			this.jdbc.update(this.sql.exhaust(), due.get().id());
			due = nextDue(now);
		}
		return due.map((entry) -> {
			Instant next = now.plus(schedule.backoff(entry.attempts() + 1));
			this.jdbc.update(this.sql.claim(), InboxSql.millis(next), entry.id());
			return find(entry.id());
		});
	}

	private Optional<DeliveryEntry> nextDue(Instant now) {
		return this.jdbc.query(this.sql.nextDue(), InboxSql.ENTRIES, InboxSql.millis(now)).stream().findFirst();
	}

	@Override
	public boolean process(String id, Instant now, Consumer<Delivery> handler) {
		HandlerCall call = new HandlerCall();
		return call.in(() -> inTransaction((status) -> {
			requireTransaction();
			List<Delivery> locked = this.jdbc.query(this.sql.lock(), InboxSql.DELIVERIES, id);
			if (locked.isEmpty()) {
				return false;
			}
			call.run(() -> handler.accept(locked.get(0)));
			return this.jdbc.update(this.sql.handled(), InboxSql.millis(now), id) > 0;
		}));
	}

	@Override
	public void fail(String id, String failure, boolean dead) {
		DeliveryState state = dead ? DeliveryState.DEAD : DeliveryState.PENDING;
		write(() -> this.jdbc.update(this.sql.fail(), failure, state.name(), id));
	}

	@Override
	public boolean replay(String id, Instant now) {
		return write(() -> this.jdbc.update(this.sql.replay(), InboxSql.millis(now), id)) > 0;
	}

	@Override
	public boolean drop(String id) {
		return write(() -> this.jdbc.update(this.sql.drop(), id)) > 0;
	}

	@Override
	public @Nullable DeliveryEntry find(String id) {
		return read(() -> this.jdbc.query(this.sql.find(), InboxSql.ENTRIES, id).stream().findFirst().orElse(null));
	}

	@Override
	public List<DeliveryEntry> list(@Nullable DeliveryState state, int limit) {
		List<DeliveryEntry> entries = read(
				() -> (state != null) ? this.jdbc.query(this.sql.listByState(), InboxSql.ENTRIES, state.name(), limit)
						: this.jdbc.query(this.sql.list(), InboxSql.ENTRIES, limit));
		return (entries != null) ? entries : List.of();
	}

	@Override
	public InboxSize size() {
		InboxSize size = read(() -> this.jdbc.query(this.sql.count(), InboxSql.SIZE));
		return (size != null) ? size : new InboxSize(0, 0, 0, 0);
	}

	@Override
	public int removeBefore(Instant before, int limit) {
		List<String> ids = read(
				() -> this.jdbc.queryForList(this.sql.old(), String.class, InboxSql.millis(before), limit));
		return (ids != null) ? ids.stream().mapToInt((id) -> write(() -> this.jdbc.update(this.sql.remove(), id))).sum()
				: 0;
	}

	private boolean inTransaction(Work work) {
		return Boolean.TRUE.equals(this.transaction.execute(work::run));
	}

	// Connections of the pool may not commit automatically
	private int write(IntSupplier update) {
		Integer rows = read(() -> this.transaction.execute((status) -> update.getAsInt()));
		return (rows != null) ? rows : 0;
	}

	private static <T> @Nullable T read(Query<T> query) {
		try {
			return query.run();
		}
		catch (DataAccessException | TransactionException ex) {
			throw new InboxUnavailableException("The database of the webhook inbox cannot be used", ex);
		}
	}

	/**
	 * Work within a transaction.
	 */
	private interface Work {

		boolean run(TransactionStatus status);

	}

	/**
	 * Database access.
	 *
	 * @param <T> the type of the result
	 */
	private interface Query<T> {

		@Nullable T run();

	}

}
