package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Synchronization of objects of a single type, which determines the order of changes.
 *
 * @param <T> the type of the objects
 */
abstract class SyncedObjects<T> {

	private static final Log logger = LogFactory.getLog(SyncedObjects.class);

	private final SyncType type;

	private final SyncState state;

	private final TransactionOperations transaction;

	SyncedObjects(SyncType type, SyncState state, TransactionOperations transaction) {
		this.type = type;
		this.state = state;
		this.transaction = transaction;
	}

	abstract String id(T object);

	abstract @Nullable Instant updatedAt(T object);

	abstract void upsert(T object);

	abstract void remove(String id);

	abstract @Nullable T fetch(T known);

	// Store the parents of the object, or return false if they do not exist
	boolean ensureParents(T object) {
		return true;
	}

	// The object was created or updated, according to an event
	final void changed(T object, SyncMode mode) {
		inTransaction(object, (mode == SyncMode.EVENT) ? this::storeNow : this::fetchAndStore);
	}

	/**
	 * Store a state that was read from Clerk.
	 * @param object the state
	 * @return {@code false} if the stored state is newer, the object was deleted, or an
	 * object that it belongs to does not exist
	 */
	final boolean store(T object) {
		return inTransaction(object, this::storeNow);
	}

	private boolean inTransaction(T object, Predicate<T> step) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			if (ensureParents(object)) {
				return step.test(object);
			}
			logger.info(this.type + " " + id(object) + " is not stored: what it belongs to does not exist");
			return false;
		}));
	}

	private boolean storeNow(T object) {
		boolean notAfter = this.state.lock(this.type, id(object)).isNotAfter(time(object));
		if (notAfter) {
			this.state.stored(this.type, id(object), time(object));
			upsert(object);
		}
		return notAfter;
	}

	private boolean fetchAndStore(T hint) {
		if (!this.state.lock(this.type, id(hint)).isBefore(time(hint))) {
			return false;
		}
		T current = fetch(hint);
		return current != null && storeNow(current);
	}

	// Deleted objects are not missing: they were listed before their deletion
	final @Nullable DriftType compare(T object, SyncRecord stored) {
		if (stored.isUnknown()) {
			return DriftType.MISSING;
		}
		return stored.isBefore(time(object)) ? DriftType.STALE : null;
	}

	final Map<String, SyncRecord> records(List<T> page) {
		return this.state.find(this.type, page.stream().map(this::id).distinct().toList());
	}

	final List<String> storedIds(String after, int limit) {
		return this.state.storedIds(this.type, after, limit);
	}

	final SyncType type() {
		return this.type;
	}

	// The object was deleted in Clerk
	final void delete(String id) {
		this.transaction.executeWithoutResult((status) -> {
			if (!this.state.lock(this.type, id).deleted()) {
				this.state.deleted(this.type, id);
				remove(id);
			}
		});
	}

	final boolean isDeleted(String id) {
		return this.state.find(this.type, id).deleted();
	}

	/**
	 * Store an object that another object depends on, unless it is already stored. It is
	 * not deleted until the end of the transaction.
	 * @param id the id of the object
	 * @param read the function that reads the object from Clerk
	 * @return {@code false} if the object does not exist
	 */
	final boolean ensure(String id, Supplier<? extends @Nullable T> read) {
		if (!this.state.find(this.type, id).isUnknown()) {
			return !this.state.share(this.type, id).deleted();
		}
		SyncRecord locked = this.state.lock(this.type, id);
		if (!locked.isUnknown()) {
			return !locked.deleted();
		}
		T object = read.get();
		if (object != null) {
			storeNow(object);
		}
		return object != null;
	}

	// In the precision of the stored time. Objects without a time are older than all
	// others
	private Instant time(T object) {
		Instant updatedAt = updatedAt(object);
		return (updatedAt != null && updatedAt.isAfter(Instant.EPOCH)) ? updatedAt.truncatedTo(ChronoUnit.MILLIS)
				: Instant.EPOCH;
	}

}
