package io.github.clerkspring.boot.webhook;

import java.time.Clock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.ClerkWebhookProperties.InboxType;
import io.github.clerkspring.boot.ClerkWebhookProperties.Mode;
import io.github.clerkspring.webhook.inbox.MemoryInbox;
import io.github.clerkspring.webhook.inbox.UnitOfWork;

/**
 * Factory for the inbox in memory, which logs its limitations.
 */
final class MemoryInboxFactory {

	private static final Log logger = LogFactory.getLog(MemoryInboxFactory.class);

	private MemoryInboxFactory() {
	}

	static MemoryInbox create(ClerkWebhookProperties properties, UnitOfWork unitOfWork, Clock clock,
			Environment environment) {
		WebhookSettings settings = new WebhookSettings(properties);
		if (properties.inbox() != InboxType.MEMORY && !isTestSlice(environment)) {
			throw new ClerkConfigurationException(
					"clerk.webhook.inbox: 'jdbc' needs one DataSource and spring-boot-starter-jdbc or -data-jpa.",
					"Add a DataSource, mark one of several with @Primary or @ClerkDataSource, or contribute a bean of type "
							+ "Inbox. Next to R2DBC, Spring Boot does not configure a DataSource: declare a bean.");
		}
		String limits = "Webhooks are remembered in the memory of this process, the last "
				+ properties.memory().maxSize() + " of them, until it ends. ";
		if (settings.acceptThenProcess() && properties.mode() == Mode.ACCEPT_THEN_PROCESS) {
			logger.warn(limits + "Accepted webhooks that are not handled by then are lost. "
					+ "Set 'clerk.webhook.inbox' to jdbc to keep them");
		}
		else {
			logger.info(limits + "Set 'clerk.webhook.inbox' to jdbc to share them with other processes");
		}
		return new MemoryInbox(properties.memory().maxSize(), unitOfWork, clock);
	}

	/**
	 * Determine whether this is a test slice, which does not have a data source.
	 * @param environment the environment
	 * @return whether auto-configuration is restricted to a slice
	 */
	private static boolean isTestSlice(Environment environment) {
		return !environment.getProperty(EnableAutoConfiguration.ENABLED_OVERRIDE_PROPERTY, Boolean.class, true);
	}

}
