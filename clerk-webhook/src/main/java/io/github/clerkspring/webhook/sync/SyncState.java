package io.github.clerkspring.webhook.sync;

import java.time.Instant;

/**
 * Remembers how new the stored state of each object is, and which objects were deleted.
 */
public interface SyncState {

	/**
	 * Return what is known of an object, and lock it until the end of the transaction,
	 * whether it is known or not. Others who lock it wait.
	 * @param type the type of the object
	 * @param id the id of the object
	 * @return what is known
	 */
	SyncRecord lock(SyncType type, String id);

	/**
	 * Return what is known of an object, and keep it as it is until the end of the
	 * transaction.
	 * @param type the type of the object
	 * @param id the id of the object
	 * @return what is known
	 */
	SyncRecord share(SyncType type, String id);

	/**
	 * Return what is known of an object, without a lock.
	 * @param type the type of the object
	 * @param id the id of the object
	 * @return what is known
	 */
	SyncRecord find(SyncType type, String id);

	/**
	 * Record the state that is being stored.
	 * @param type the type of the object
	 * @param id the id of the object, which is locked
	 * @param updatedAt when this state was changed at Clerk
	 */
	void stored(SyncType type, String id, Instant updatedAt);

	/**
	 * Record that an object was deleted. This remains, so that a late update does not
	 * create it again.
	 * @param type the type of the object
	 * @param id the id of the object, which is locked
	 */
	void deleted(SyncType type, String id);

}
