package io.github.clerkspring.boot.sync;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkSyncProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.webhook.ClerkDatabase;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.webhook.sync.ClerkBackfill;
import io.github.clerkspring.webhook.sync.ClerkReconciliation;
import io.github.clerkspring.webhook.sync.ClerkUserSync;
import io.github.clerkspring.webhook.sync.ReconciliationObserver;
import io.github.clerkspring.webhook.sync.ReconciliationRunner;
import io.github.clerkspring.webhook.sync.RequestPace;
import io.github.clerkspring.webhook.sync.SyncHandlers;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the reconciliation of the stored
 * state with Clerk.
 */
@AutoConfiguration(after = ClerkSyncAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ ClerkReconciliation.class, JdbcTemplate.class })
@ConditionalOnBean(ClerkUserSync.class)
@ConditionalOnBooleanProperty("clerk.sync.reconciliation.enabled")
public final class ClerkReconciliationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkReconciliation clerkReconciliation(ClerkUserSync sync, SyncHandlers handlers, ClerkBackendClient client,
			ClerkDatabase database, ClerkConnectionDetails connectionDetails, ClerkSyncProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clerkClock,
			ObjectProvider<ReconciliationObserver> observers) {
		Clock clock = clerkClock.getIfAvailable(Clock::systemUTC);
		RequestPace pace = SyncPace.of(connectionDetails, properties.reconciliation().rateLimitPercent(), clock);
		return new ClerkReconciliation(sync, handlers, client, database.jdbc(), pace, clock,
				observers.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	ReconciliationRunner clerkReconciliationRunner(ClerkReconciliation reconciliation,
			ObjectProvider<ClerkBackfill> backfill, ClerkSyncProperties properties) {
		return new ReconciliationRunner(reconciliation, backfill.getIfAvailable(),
				properties.reconciliation().interval());
	}

}
