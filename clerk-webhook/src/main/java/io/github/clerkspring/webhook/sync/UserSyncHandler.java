package io.github.clerkspring.webhook.sync;

import io.github.clerkspring.client.user.User;

/**
 * Callback interface for synchronizing data of the application with the users of Clerk.
 * The methods are called in a transaction, for one user at a time across all processes,
 * and never with an older state than before. If a method throws an exception, the
 * transaction is rolled back and Clerk retries the webhook.
 */
public interface UserSyncHandler {

	/**
	 * Store the state of a user, whether or not it is already stored. The same state can
	 * be stored repeatedly.
	 * @param user the user
	 */
	void upsert(User user);

	/**
	 * Delete a user, whether or not it is stored. It is not stored again afterwards.
	 * @param userId the id of the user
	 */
	void delete(String userId);

}
