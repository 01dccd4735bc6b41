package io.github.clerkspring.boot.webhook;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.webhook.WebhookReceiver;
import io.github.clerkspring.webhook.reactive.WebhookWebFilter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for receiving webhooks on the
 * reactive stack.
 */
@AutoConfiguration(after = ClerkWebhookReceiverAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ WebhookWebFilter.class, WebFilter.class })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBean(WebhookReceiver.class)
public final class ClerkReactiveWebhookAutoConfiguration {

	static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

	@Bean
	@ConditionalOnMissingBean
	WebhookWebFilter clerkWebhookWebFilter(WebhookReceiver receiver, ClerkWebhookProperties properties) {
		return new WebhookWebFilter(receiver, properties.path(), Schedulers.boundedElastic(), FILTER_ORDER);
	}

}
