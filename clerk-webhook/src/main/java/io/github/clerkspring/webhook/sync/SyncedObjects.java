package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.function.Consumer;
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

	// Store a state that was read from Clerk
	final void store(T object) {
		inTransaction(object, this::storeNow);
	}

	private void inTransaction(T object, Consumer<T> step) {
		this.transaction.executeWithoutResult((status) -> {
			if (ensureParents(object)) {
				step.accept(object);
			}
			else {
				logger.info(this.type + " " + id(object) + " is not stored: what it belongs to does not exist");
			}
		});
	}

	private void storeNow(T object) {
		if (this.state.lock(this.type, id(object)).isNotAfter(time(object))) {
			this.state.stored(this.type, id(object), time(object));
			upsert(object);
		}
	}

	private void fetchAndStore(T hint) {
		if (this.state.lock(this.type, id(hint)).isBefore(time(hint))) {
			T current = fetch(hint);
			if (current != null) {
				storeNow(current);
			}
		}
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

	// Objects without a time are older than all others
	private Instant time(T object) {
		Instant updatedAt = updatedAt(object);
		return (updatedAt != null) ? updatedAt : Instant.EPOCH;
	}

}
