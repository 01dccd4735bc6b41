package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lease of a task that runs in one process at a time, and the time of its last end, in
 * the table {@code clerk_sync_lease}. The lease of a process that was killed expires.
 */
final class SyncLease {

	static final Duration DURATION = Duration.ofMinutes(5);

	private final JdbcOperations jdbc;

	private final TransactionOperations transaction;

	private final String name;

	private final Clock clock;

	SyncLease(JdbcOperations jdbc, TransactionOperations transaction, String name, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.name = name;
		this.clock = clock;
	}

	/**
	 * Acquire the lease.
	 * @param owner the id of the run
	 * @param interval the time for which the last run must have ended
	 * @return {@code false} if there is another owner, or the last run ended recently
	 */
	boolean acquire(String owner, Duration interval) {
		insertIfMissing();
		long now = this.clock.millis();
		return inTransaction(() -> this.jdbc.update("""
				UPDATE clerk_sync_lease SET lease_owner = ?, lease_until = ?
				WHERE lease_name = ? AND lease_until < ? AND finished_at <= ?""", owner, now + DURATION.toMillis(),
				this.name, now, now - interval.toMillis())) > 0;
	}

	private void insertIfMissing() {
		Integer rows = this.jdbc.queryForObject("SELECT COUNT(*) FROM clerk_sync_lease WHERE lease_name = ?",
				Integer.class, this.name);
		if (rows == null || rows == 0) {
			try {
				inTransaction(() -> this.jdbc.update(
						"INSERT INTO clerk_sync_lease (lease_name, lease_until, finished_at) VALUES (?, 0, 0)",
						this.name));
			}
			catch (DuplicateKeyException ex) {
				// Another process was faster, and there is no enclosing transaction
				return;
			}
		}
	}

	/**
	 * Extend the lease.
	 * @param owner the id of the run
	 * @return {@code false} if the lease has expired and has another owner
	 */
	boolean extend(String owner) {
		return inTransaction(() -> this.jdbc.update(
				"UPDATE clerk_sync_lease SET lease_until = ? WHERE lease_name = ? AND lease_owner = ?",
				this.clock.millis() + DURATION.toMillis(), this.name, owner)) > 0;
	}

	/**
	 * Release the lease at the end of a run.
	 * @param owner the id of the run
	 * @param finished whether the run is finished, so that the interval begins
	 */
	void release(String owner, boolean finished) {
		String end = (finished) ? ", finished_at = " + this.clock.millis() : "";
		inTransaction(() -> this.jdbc.update("UPDATE clerk_sync_lease SET lease_until = 0, lease_owner = NULL" + end
				+ " WHERE lease_name = ? AND lease_owner = ?", this.name, owner));
	}

	// Connections of the pool may not commit automatically
	private int inTransaction(IntSupplier update) {
		Integer rows = this.transaction.execute((status) -> update.getAsInt());
		return (rows != null) ? rows : 0;
	}

}
