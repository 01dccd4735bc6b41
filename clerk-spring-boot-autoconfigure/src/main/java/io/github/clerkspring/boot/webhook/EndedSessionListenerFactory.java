package io.github.clerkspring.boot.webhook;

import java.time.Clock;

import javax.sql.DataSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

import io.github.clerkspring.webhook.session.EndedSessionListener;
import io.github.clerkspring.webhook.session.EndedSessionStore;
import io.github.clerkspring.webhook.session.EndedSessions;

/**
 * Factory for the listener that records ended sessions. It logs a warning if the
 * application has a database that is not used.
 */
final class EndedSessionListenerFactory {

	private static final Log logger = LogFactory.getLog(EndedSessionListenerFactory.class);

	private EndedSessionListenerFactory() {
	}

	static EndedSessionListener create(EndedSessions sessions, @Nullable EndedSessionStore store, Clock clock,
			ListableBeanFactory beanFactory) {
		if (store == null && beanFactory.getBeanNamesForType(DataSource.class, true, false).length > 0) {
			logger.warn("Ended sessions are known only to the process that receives their webhook: mark one of several "
					+ "DataSources with @Primary or @ClerkDataSource, add spring-boot-starter-jdbc, or contribute a bean of type "
					+ "EndedSessionStore");
		}
		return new EndedSessionListener(sessions, store, clock);
	}

}
