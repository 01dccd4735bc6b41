package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
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

	private static final RowMapper<SyncRecord> RECORDS = (row, number) -> {
		long updatedAt = row.getLong("updated_at");
		return new SyncRecord((updatedAt != NEVER) ? Instant.ofEpochMilli(updatedAt) : null,
				row.getObject("deleted_at") != null);
	};

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

	private Optional<SyncRecord> query(String select, SyncType type, String id) {
		return this.jdbc.query(select, RECORDS, type.name(), id).stream().findFirst();
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
