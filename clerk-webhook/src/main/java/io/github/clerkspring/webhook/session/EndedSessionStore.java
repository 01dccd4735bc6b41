package io.github.clerkspring.webhook.session;

import java.time.Instant;
import java.util.List;

/**
 * Store of ended sessions that is shared between processes.
 */
public interface EndedSessionStore {

	/**
	 * Add an entry within the transaction of the webhook.
	 * @param deliveryId the id of the delivery
	 * @param ended the entry
	 */
	void add(String deliveryId, EndedSession ended);

	/**
	 * Return the entries recorded since the given time.
	 * @param time the earliest time
	 * @return the entries, in the order of recording
	 */
	List<EndedSession> since(Instant time);

	/**
	 * Remove the entries recorded before the given time.
	 * @param time the time before which entries are removed
	 */
	void removeBefore(Instant time);

}
