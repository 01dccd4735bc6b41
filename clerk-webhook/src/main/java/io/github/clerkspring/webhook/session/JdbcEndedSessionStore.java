package io.github.clerkspring.webhook.session;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link EndedSessionStore} in the table {@code clerk_ended_session}.
 */
public final class JdbcEndedSessionStore implements EndedSessionStore {

	/**
	 * Location of the script that creates the table, with {@code @@platform@@} for the
	 * name of the database platform.
	 */
	public static final String SCHEMA = "classpath:io/github/clerkspring/webhook/session/schema-@@platform@@.sql";

	private static final RowMapper<EndedSession> ENTRIES = (row, number) -> new EndedSession(
			EndedSession.Type.valueOf(row.getString("object_type")), row.getString("object_id"),
			row.getBoolean("blocked"), Instant.ofEpochMilli(row.getLong("changed_at")),
			Instant.ofEpochMilli(row.getLong("recorded_at")));

	private final JdbcOperations jdbc;

	private final TransactionOperations transaction;

	/**
	 * Create the store.
	 * @param jdbc the operations on the database
	 * @param transaction the transactions of that database
	 */
	public JdbcEndedSessionStore(JdbcOperations jdbc, TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public void add(String deliveryId, EndedSession ended) {
		this.transaction.executeWithoutResult((status) -> {
			if (!isKnown(deliveryId)) {
				insert(deliveryId, ended);
			}
		});
	}

	private void insert(String deliveryId, EndedSession ended) {
		this.jdbc.update("""
				INSERT INTO clerk_ended_session (delivery_id, object_type, object_id, blocked, changed_at, recorded_at)
				VALUES (?, ?, ?, ?, ?, ?)""", deliveryId, ended.type().name(), ended.id(), ended.blocked(),
				ended.changedAt().toEpochMilli(), ended.recordedAt().toEpochMilli());
	}

	// An inbox in memory does not contain the deliveries of other processes
	private boolean isKnown(String deliveryId) {
		Integer rows = this.jdbc.queryForObject("SELECT COUNT(*) FROM clerk_ended_session WHERE delivery_id = ?",
				Integer.class, deliveryId);
		return rows != null && rows > 0;
	}

	@Override
	public List<EndedSession> since(Instant time) {
		return this.jdbc.query("""
				SELECT object_type, object_id, blocked, changed_at, recorded_at FROM clerk_ended_session
				WHERE recorded_at >= ? ORDER BY recorded_at""", ENTRIES, time.toEpochMilli());
	}

	@Override
	public void removeBefore(Instant time) {
		this.transaction.executeWithoutResult((status) -> this.jdbc
			.update("DELETE FROM clerk_ended_session WHERE recorded_at < ?", time.toEpochMilli()));
	}

}
