package io.github.clerkspring.boot.webhook;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.PlatformTransactionManager;

import io.github.clerkspring.webhook.ClerkEventListenerFactory;

/**
 * Warns if the application has transactional listeners, but no unique transaction
 * manager.
 */
class MissingTransactionWarning implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(MissingTransactionWarning.class);

	private final ClerkEventListenerFactory listeners;

	private final ObjectProvider<PlatformTransactionManager> transactionManager;

	MissingTransactionWarning(ClerkEventListenerFactory listeners,
			ObjectProvider<PlatformTransactionManager> transactionManager) {
		this.listeners = listeners;
		this.transactionManager = transactionManager;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.listeners.hasTransactionalListeners() && this.transactionManager.getIfUnique() == null) {
			logger.warn("The application has @TransactionalEventListener methods for events of Clerk, but not one "
					+ "PlatformTransactionManager: they are not called. Use @EventListener");
		}
	}

}
