package io.github.clerkspring.webhook.servlet;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transaction of the current thread. Requests do not have a transaction, unless a test
 * calls the filter within the transaction of the test, in which case the listeners
 * participate in it.
 */
final class CurrentTransaction {

	private CurrentTransaction() {
	}

	static boolean isActive() {
		return TransactionSynchronizationManager.isActualTransactionActive();
	}

}
