package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Progress of a back-fill and the lease of the process that runs it, in the table
 * {@code clerk_sync_backfill}.
 */
final class BackfillState {

	private static final Duration LEASE = Duration.ofMinutes(1);

	private static final RowMapper<BackfillPosition> POSITIONS = (row, number) -> new BackfillPosition(
			row.getLong("created_at"), row.getInt("page_offset"), row.getLong("done"), row.getLong("total"),
			row.getBoolean("finished"));

	private final JdbcOperations jdbc;

	private final TransactionOperations transaction;

	private final Clock clock;

	BackfillState(JdbcOperations jdbc, TransactionOperations transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	BackfillPosition find(SyncType type) {
		return this.jdbc.query("""
				SELECT created_at, page_offset, done, total, finished FROM clerk_sync_backfill
				WHERE object_type = ?""", POSITIONS, type.name()).stream().findFirst().orElse(BackfillPosition.START);
	}

	/**
	 * Acquire or extend the lease.
	 * @param type the type of the objects
	 * @param owner the id of the process
	 * @return {@code false} if another process owns the lease
	 */
	boolean acquire(SyncType type, String owner) {
		insertIfMissing(type);
		long now = this.clock.millis();
		return inTransaction(() -> this.jdbc.update("""
				UPDATE clerk_sync_backfill SET lease_owner = ?, lease_until = ?
				WHERE object_type = ? AND (lease_owner = ? OR lease_until < ?)""", owner, now + LEASE.toMillis(),
				type.name(), owner, now)) > 0;
	}

	private void insertIfMissing(SyncType type) {
		Integer rows = this.jdbc.queryForObject("SELECT COUNT(*) FROM clerk_sync_backfill WHERE object_type = ?",
				Integer.class, type.name());
		if (rows == null || rows == 0) {
			try {
				inTransaction(() -> this.jdbc.update("""
						INSERT INTO clerk_sync_backfill (object_type, created_at, page_offset, done, total, finished,
						lease_until) VALUES (?, 0, 0, 0, 0, ?, 0)""", type.name(), false));
			}
			catch (DuplicateKeyException ex) {
				// Another process was faster, and there is no enclosing transaction
				return;
			}
		}
	}

	/**
	 * Save the progress.
	 * @param type the type of the objects
	 * @param owner the id of the process
	 * @param position the position of the back-fill
	 * @return {@code false} if another process owns the lease
	 */
	boolean save(SyncType type, String owner, BackfillPosition position) {
		return inTransaction(() -> this.jdbc.update("""
				UPDATE clerk_sync_backfill SET created_at = ?, page_offset = ?, done = ?, total = ?, finished = ?,
				lease_until = ? WHERE object_type = ? AND lease_owner = ?""", position.createdAt(), position.offset(),
				position.done(), position.total(), position.finished(), this.clock.millis() + LEASE.toMillis(),
				type.name(), owner)) > 0;
	}

	void release(SyncType type, String owner) {
		inTransaction(() -> this.jdbc.update(
				"UPDATE clerk_sync_backfill SET lease_until = 0 WHERE object_type = ? AND lease_owner = ?", type.name(),
				owner));
	}

	void reset() {
		inTransaction(() -> this.jdbc.update("DELETE FROM clerk_sync_backfill"));
	}

	// Connections of the pool may not commit automatically
	private int inTransaction(IntSupplier update) {
		Integer rows = this.transaction.execute((status) -> update.getAsInt());
		return (rows != null) ? rows : 0;
	}

}
