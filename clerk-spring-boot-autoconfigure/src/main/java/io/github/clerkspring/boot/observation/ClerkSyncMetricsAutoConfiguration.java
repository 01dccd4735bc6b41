package io.github.clerkspring.boot.observation;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;

import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.sync.ClerkReconciliationAutoConfiguration;
import io.github.clerkspring.boot.sync.ClerkSyncAutoConfiguration;
import io.github.clerkspring.webhook.sync.ClerkBackfill;
import io.github.clerkspring.webhook.sync.ClerkReconciliation;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of the
 * synchronization with tables of the application.
 */
@AutoConfiguration(after = { MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
		ClerkSyncAutoConfiguration.class, ClerkReconciliationAutoConfiguration.class })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ MeterRegistry.class, MetricsAutoConfiguration.class, ClerkBackfill.class })
@ConditionalOnBean(MeterRegistry.class)
public final class ClerkSyncMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ClerkBackfill.class)
	BackfillMetrics clerkBackfillMetrics(ClerkBackfill backfill) {
		return new BackfillMetrics(backfill);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ClerkReconciliation.class)
	ReconciliationMetrics clerkReconciliationMetrics(MeterRegistry registry) {
		return new ReconciliationMetrics(registry);
	}

}
