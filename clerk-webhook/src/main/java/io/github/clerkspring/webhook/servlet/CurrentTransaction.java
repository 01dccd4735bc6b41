package io.github.clerkspring.webhook.servlet;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transaction of the current thread. A request has none, unless a test calls the filter
 * within the transaction of the test, which the listeners should then take part in.
 */
final class CurrentTransaction {

	private CurrentTransaction() {
	}

	static boolean isActive() {
		return TransactionSynchronizationManager.isActualTransactionActive();
	}

}
