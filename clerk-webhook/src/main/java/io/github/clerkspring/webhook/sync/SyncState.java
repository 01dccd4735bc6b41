package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Store of the times of the stored states of objects, and of deletions.
 */
public interface SyncState {

	/**
	 * Return the record of an object, and lock it until the end of the transaction,
	 * whether or not the object is known. Concurrent calls for the same object wait.
	 * @param type the type of the object
	 * @param id the id of the object
	 * @return the record
	 */
	SyncRecord lock(SyncType type, String id);

	/**
	 * Return the record of an object, and prevent changes until the end of the
	 * transaction.
	 * @param type the type of the object
	 * @param id the id of the object
	 * @return the record
	 */
	SyncRecord share(SyncType type, String id);

	/**
	 * Return the record of an object without a lock.
	 * @param type the type of the object
	 * @param id the id of the object
	 * @return the record
	 */
	SyncRecord find(SyncType type, String id);

	/**
	 * Return the records of several objects without a lock.
	 * @param type the type of the objects
	 * @param ids the ids of the objects
	 * @return the records of the known objects, by id
	 */
	default Map<String, SyncRecord> find(SyncType type, Collection<String> ids) {
		return ids.stream().collect(Collectors.toMap(Function.identity(), (id) -> find(type, id)));
	}

	/**
	 * Return the ids of stored objects, without deleted objects, in a consistent order.
	 * @param type the type of the objects
	 * @param after the id after which the returned ids begin, or an empty string
	 * @param limit the maximum number of ids
	 * @return the ids
	 */
	List<String> storedIds(SyncType type, String after, int limit);

	/**
	 * Record that a state is being stored.
	 * @param type the type of the object
	 * @param id the id of the object, which is locked
	 * @param updatedAt the time of the update of this state in Clerk
	 */
	void stored(SyncType type, String id, Instant updatedAt);

	/**
	 * Record the deletion of an object. The record is retained, so that a late update
	 * does not create the object again.
	 * @param type the type of the object
	 * @param id the id of the object, which is locked
	 */
	void deleted(SyncType type, String id);

}
