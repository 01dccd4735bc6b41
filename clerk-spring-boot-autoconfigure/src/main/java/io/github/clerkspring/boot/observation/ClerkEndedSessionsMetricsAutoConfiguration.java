package io.github.clerkspring.boot.observation;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;

import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.webhook.ClerkEndedSessionsAutoConfiguration;
import io.github.clerkspring.webhook.session.EndedSessionPoller;
import io.github.clerkspring.webhook.session.EndedSessions;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of ended sessions.
 */
@AutoConfiguration(after = { MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
		ClerkEndedSessionsAutoConfiguration.class })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ MeterRegistry.class, MetricsAutoConfiguration.class, EndedSessions.class })
@ConditionalOnBean({ MeterRegistry.class, EndedSessions.class })
public final class ClerkEndedSessionsMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	EndedSessionMetrics clerkEndedSessionMetrics(EndedSessions sessions, ObjectProvider<EndedSessionPoller> poller) {
		return new EndedSessionMetrics(sessions, poller.getIfAvailable());
	}

}
