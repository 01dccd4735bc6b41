package io.github.clerkspring.boot.webhook;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

import io.github.clerkspring.webhook.ClerkEventListenerFactory;

/**
 * Warns if the application has listeners, but does not receive webhooks.
 */
class MissingSecretWarning implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(MissingSecretWarning.class);

	private final ClerkEventListenerFactory listeners;

	MissingSecretWarning(ClerkEventListenerFactory listeners) {
		this.listeners = listeners;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.listeners.hasListeners()) {
			logger.warn("The application listens to events of Clerk, but receives no webhooks: "
					+ "set 'clerk.webhook.signing-secrets' or CLERK_WEBHOOK_SIGNING_SECRET");
		}
	}

}
