package io.github.clerkspring.webhook.sync;

import io.github.clerkspring.client.user.User;

/**
 * Keeps the application's own data of users in step with Clerk. The methods are called in
 * a transaction, for one user at a time across all processes, and never with an older
 * state than before. If a method throws an exception, the transaction is rolled back and
 * Clerk repeats the webhook.
 */
public interface UserSyncHandler {

	/**
	 * Store the state of a user, whether it is known or not. The same state may be stored
	 * again.
	 * @param user the user
	 */
	void upsert(User user);

	/**
	 * Delete a user. It is not stored again after this. It may not be known.
	 * @param userId the id of the user
	 */
	void delete(String userId);

}
