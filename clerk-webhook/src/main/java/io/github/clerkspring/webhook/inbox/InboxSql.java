package io.github.clerkspring.webhook.inbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.util.Assert;

/**
 * SQL statements of a {@link JdbcInbox}. Times are in milliseconds, which are independent
 * of the time zones of databases and drivers.
 */
final class InboxSql {

	private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

	private static final String COLUMNS = "delivery_id, event_type, state, event_time, received_at, handled_at, "
			+ "attempts, next_attempt_at, failure";

	/** Prevents PostgreSQL from logging an error for each retried delivery. */
	private static final String ON_CONFLICT = " ON CONFLICT DO NOTHING";

	/** Skips deliveries that are being handled by another process. */
	private static final String LOCK = " FOR UPDATE SKIP LOCKED";

	static final RowMapper<DeliveryEntry> ENTRIES = (row, number) -> new DeliveryEntry(row.getString("delivery_id"),
			row.getString("event_type"), DeliveryState.valueOf(row.getString("state")),
			Instant.ofEpochMilli(row.getLong("event_time")), Instant.ofEpochMilli(row.getLong("received_at")),
			instant(row, "handled_at"), row.getInt("attempts"), instant(row, "next_attempt_at"),
			row.getString("failure"));

	static final RowMapper<Delivery> DELIVERIES = (row, number) -> new Delivery(row.getString("delivery_id"),
			row.getString("event_type"), Instant.ofEpochMilli(row.getLong("event_time")),
			Instant.ofEpochMilli(row.getLong("received_at")), row.getBytes("body"));

	static final ResultSetExtractor<InboxSize> SIZE = InboxSql::size;

	private final String table;

	private volatile @Nullable String insert;

	InboxSql(String table) {
		Assert.isTrue(TABLE.matcher(table).matches(), "The name of the table must consist of letters, digits and _");
		this.table = table;
	}

	String insert(JdbcOperations jdbc) {
		String sql = this.insert;
		if (sql == null) {
			sql = "INSERT INTO " + this.table + " (" + COLUMNS + ", body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
					+ (isPostgres(jdbc) ? ON_CONFLICT : "");
			this.insert = sql;
		}
		return sql;
	}

	private static boolean isPostgres(JdbcOperations jdbc) {
		return "PostgreSQL"
			.equals(jdbc.execute((Connection connection) -> connection.getMetaData().getDatabaseProductName()));
	}

	String nextDue() {
		return select("state = 'PENDING' AND next_attempt_at <= ? ORDER BY next_attempt_at LIMIT 1" + LOCK);
	}

	String claim() {
		return update("attempts = attempts + 1, next_attempt_at = ?", "delivery_id = ?");
	}

	String exhaust() {
		return update("state = 'DEAD'", "delivery_id = ?");
	}

	String lock() {
		return "SELECT delivery_id, event_type, event_time, received_at, body FROM " + this.table
				+ " WHERE delivery_id = ? AND state = 'PENDING'" + LOCK;
	}

	String handled() {
		return update("state = 'HANDLED', handled_at = ?, failure = NULL, body = NULL", "delivery_id = ?");
	}

	String fail() {
		return update("failure = ?, state = ?", "delivery_id = ? AND state = 'PENDING'");
	}

	String replay() {
		return update("state = 'PENDING', attempts = 0, next_attempt_at = ?", "delivery_id = ? AND state = 'DEAD'");
	}

	String drop() {
		return update("state = 'DROPPED', body = NULL", "delivery_id = ? AND state = 'DEAD'");
	}

	String find() {
		return select("delivery_id = ?");
	}

	String list() {
		return select("1 = 1 ORDER BY received_at DESC, delivery_id LIMIT ?");
	}

	String listByState() {
		return select("state = ? ORDER BY received_at DESC, delivery_id LIMIT ?");
	}

	String count() {
		return "SELECT state, COUNT(*) FROM " + this.table + " GROUP BY state";
	}

	String old() {
		return "SELECT delivery_id FROM " + this.table
				+ " WHERE state IN ('HANDLED', 'DROPPED') AND received_at < ? ORDER BY received_at LIMIT ?";
	}

	String remove() {
		return "DELETE FROM " + this.table + " WHERE delivery_id = ? AND state IN ('HANDLED', 'DROPPED')";
	}

	private String select(String condition) {
		return "SELECT " + COLUMNS + " FROM " + this.table + " WHERE " + condition;
	}

	private String update(String changes, String condition) {
		return "UPDATE " + this.table + " SET " + changes + " WHERE " + condition;
	}

	static @Nullable Long millis(@Nullable Instant time) {
		return (time != null) ? time.toEpochMilli() : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		long millis = row.getLong(column);
		return row.wasNull() ? null : Instant.ofEpochMilli(millis);
	}

	private static InboxSize size(ResultSet rows) throws SQLException {
		Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
		while (rows.next()) {
			counts.put(DeliveryState.valueOf(rows.getString(1)), rows.getLong(2));
		}
		return new InboxSize(counts.getOrDefault(DeliveryState.PENDING, 0L),
				counts.getOrDefault(DeliveryState.HANDLED, 0L), counts.getOrDefault(DeliveryState.DEAD, 0L),
				counts.getOrDefault(DeliveryState.DROPPED, 0L));
	}

}
