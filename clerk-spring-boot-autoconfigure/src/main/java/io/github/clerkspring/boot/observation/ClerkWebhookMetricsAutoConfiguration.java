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
import io.github.clerkspring.boot.webhook.ClerkWebhookReceiverAutoConfiguration;
import io.github.clerkspring.webhook.WebhookObserver;
import io.github.clerkspring.webhook.inbox.Inbox;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of webhooks.
 */
@AutoConfiguration(after = { MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
		ClerkWebhookReceiverAutoConfiguration.class })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ MeterRegistry.class, MetricsAutoConfiguration.class, WebhookObserver.class })
@ConditionalOnBean({ MeterRegistry.class, Inbox.class })
public final class ClerkWebhookMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WebhookMetrics clerkWebhookMetrics(MeterRegistry registry) {
		return new WebhookMetrics(registry);
	}

	@Bean
	@ConditionalOnMissingBean
	InboxMetrics clerkInboxMetrics(Inbox inbox) {
		return new InboxMetrics(inbox, System::nanoTime);
	}

}
