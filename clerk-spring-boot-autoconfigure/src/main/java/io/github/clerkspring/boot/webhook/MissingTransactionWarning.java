package io.github.clerkspring.boot.webhook;

import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

import io.github.clerkspring.webhook.ClerkEventListenerFactory;

/**
 * Warns if the application has transactional listeners, but no unique transaction
 * manager.
 */
class MissingTransactionWarning implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(MissingTransactionWarning.class);

	private final ClerkEventListenerFactory listeners;

	private final BooleanSupplier transactions;

	MissingTransactionWarning(ClerkEventListenerFactory listeners, BooleanSupplier transactions) {
		this.listeners = listeners;
		this.transactions = transactions;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.listeners.hasTransactionalListeners() && !this.transactions.getAsBoolean()) {
			logger.warn("The application has @TransactionalEventListener methods for events of Clerk, but not one "
					+ "PlatformTransactionManager: they are not called. Use @EventListener, or mark one of several "
					+ "with @Primary or @ClerkTransactionManager");
		}
	}

}
