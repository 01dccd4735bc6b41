package io.github.clerkspring.webhook.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.util.Assert;

/**
 * {@link SyncState} in the table {@code clerk_sync_state}.
 */
public final class JdbcSyncState implements SyncState {

	/**
	 * Location of the script that creates the table, with {@code @@platform@@} for the
	 * name of the database platform.
	 */
	public static final String SCHEMA = "classpath:io/github/clerkspring/webhook/sync/schema-@@platform@@.sql";

	private static final String TABLE = "clerk_sync_state";

	private static final String KEY = "object_type = ? AND object_id = ?";

	/** Update time of an object that is not yet stored. */
	private static final long NEVER = -1;

	private static final String INSERT = "INSERT INTO " + TABLE + " (object_type, object_id, updated_at) VALUES (?, ?, "
			+ NEVER + ")";

	private static final String SELECT = "SELECT updated_at, deleted_at FROM " + TABLE + " WHERE " + KEY;

	private static final String EXCLUSIVE = " FOR UPDATE";

	private static final String STORED = "UPDATE " + TABLE + " SET updated_at = ? WHERE " + KEY;

	private static final String DELETED = "UPDATE " + TABLE + " SET deleted_at = ? WHERE " + KEY;

	private static final String SELECT_ALL = "SELECT object_id, updated_at, deleted_at FROM " + TABLE
			+ " WHERE object_type = ? AND object_id IN (%s)";

	private static final String STORED_IDS = "SELECT object_id FROM " + TABLE + " WHERE object_type = ? "
			+ "AND object_id > ? AND updated_at <> " + NEVER + " AND deleted_at IS NULL ORDER BY object_id LIMIT ?";

	private final JdbcOperations jdbc;

	private final Clock clock;

	private volatile @Nullable Database database;

	/**
	 * Create the state.
	 * @param jdbc the operations on the database
	 * @param clock the clock
	 */
	public JdbcSyncState(JdbcOperations jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public SyncRecord lock(SyncType type, String id) {
		if (database() == Database.MYSQL) {
			// A lock on a missing row would lock the adjacent gap
			insert(type, id);
		}
		Optional<SyncRecord> locked = query(SELECT + EXCLUSIVE, type, id);
		if (locked.isEmpty()) {
			insert(type, id);
			locked = query(SELECT + EXCLUSIVE, type, id);
		}
		return locked.orElseThrow();
	}

	// Other transactions that insert the same row wait because of the unique key
	private void insert(SyncType type, String id) {
		try {
			this.jdbc.update(INSERT + database().onConflict("object_id"), type.name(), id);
		}
		catch (DuplicateKeyException ex) {
			// Inserted concurrently, in a database whose transactions survive the failure
			Assert.state(database() == Database.OTHER, "The insert ignores a row that exists");
		}
	}

	@Override
	public SyncRecord share(SyncType type, String id) {
		return query(SELECT + database().share(), type, id).orElse(SyncRecord.UNKNOWN);
	}

	@Override
	public SyncRecord find(SyncType type, String id) {
		return query(SELECT, type, id).orElse(SyncRecord.UNKNOWN);
	}

	@Override
	public Map<String, SyncRecord> find(SyncType type, Collection<String> ids) {
		Map<String, SyncRecord> records = new HashMap<>();
		if (!ids.isEmpty()) {
			Object[] arguments = Stream.concat(Stream.of(type.name()), ids.stream()).toArray();
			String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
			this.jdbc.query(SELECT_ALL.formatted(places),
					(RowCallbackHandler) (row) -> records.put(row.getString("object_id"), record(row)), arguments);
		}
		return records;
	}

	@Override
	public List<String> storedIds(SyncType type, String after, int limit) {
		return this.jdbc.queryForList(STORED_IDS, String.class, type.name(), after, limit);
	}

	private Optional<SyncRecord> query(String select, SyncType type, String id) {
		return this.jdbc.query(select, (row, number) -> record(row), type.name(), id).stream().findFirst();
	}

	private static SyncRecord record(ResultSet row) throws SQLException {
		long updatedAt = row.getLong("updated_at");
		return new SyncRecord((updatedAt != NEVER) ? Instant.ofEpochMilli(updatedAt) : null,
				row.getObject("deleted_at") != null);
	}

	@Override
	public void stored(SyncType type, String id, Instant updatedAt) {
		this.jdbc.update(STORED, updatedAt.toEpochMilli(), type.name(), id);
	}

	@Override
	public void deleted(SyncType type, String id) {
		this.jdbc.update(DELETED, this.clock.millis(), type.name(), id);
	}

	private Database database() {
		Database known = this.database;
		if (known == null) {
			known = Database.of(this.jdbc);
			this.database = known;
		}
		return known;
	}

}
