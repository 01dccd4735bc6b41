package io.github.clerkspring.webhook.session;

import java.time.Instant;
import java.util.List;

/**
 * Shares what has ended with other processes.
 */
public interface EndedSessionStore {

	/**
	 * Add what has ended, in the transaction of the webhook.
	 * @param deliveryId the id of the delivery
	 * @param ended what has ended
	 */
	void add(String deliveryId, EndedSession ended);

	/**
	 * Return what was recorded since then.
	 * @param time the earliest time
	 * @return what has ended, in the order in which it was recorded
	 */
	List<EndedSession> since(Instant time);

	/**
	 * Remove what was recorded before.
	 * @param time the time before which entries are removed
	 */
	void removeBefore(Instant time);

}
