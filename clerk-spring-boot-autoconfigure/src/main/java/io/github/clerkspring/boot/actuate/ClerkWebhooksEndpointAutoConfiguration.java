package io.github.clerkspring.boot.actuate;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.webhook.ClerkWebhookReceiverAutoConfiguration;
import io.github.clerkspring.webhook.WebhookWorker;
import io.github.clerkspring.webhook.inbox.Inbox;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ClerkWebhooksEndpoint}.
 */
@AutoConfiguration(after = ClerkWebhookReceiverAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class, WebhookWorker.class })
@ConditionalOnBean({ Inbox.class, WebhookWorker.class })
@ConditionalOnAvailableEndpoint(ClerkWebhooksEndpoint.class)
public final class ClerkWebhooksEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkWebhooksEndpoint clerkWebhooksEndpoint(Inbox inbox, WebhookWorker worker) {
		return new ClerkWebhooksEndpoint(inbox, worker);
	}

}
