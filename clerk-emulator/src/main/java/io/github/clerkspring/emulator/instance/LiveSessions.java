package io.github.clerkspring.emulator.instance;

import io.github.clerkspring.emulator.store.Transaction;

/**
 * Ends sessions when a change of the instance or of a user requires it.
 */
public interface LiveSessions {

	/**
	 * Ends all sessions of the instance.
	 * @param tx the transaction
	 */
	void endAll(Transaction tx);

	/**
	 * Revokes all sessions of a user.
	 * @param tx the transaction
	 * @param userId the id of the user
	 */
	void revokeAll(Transaction tx, String userId);

	/**
	 * The sessions of an instance.
	 * @param tx the transaction
	 * @return the interface of the sessions
	 */
	static LiveSessions of(Transaction tx) {
		return tx.part(LiveSessions.class);
	}

}
