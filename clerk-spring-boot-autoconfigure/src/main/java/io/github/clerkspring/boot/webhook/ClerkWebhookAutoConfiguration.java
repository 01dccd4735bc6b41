package io.github.clerkspring.boot.webhook;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkEndedSessionsProperties;
import io.github.clerkspring.boot.ClerkSyncProperties;
import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.webhook.ClerkEventListenerFactory;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the listeners and signing
 * secrets of webhooks.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass(ClerkEventListenerFactory.class)
@EnableConfigurationProperties({ ClerkWebhookProperties.class, ClerkSyncProperties.class,
		ClerkEndedSessionsProperties.class })
public final class ClerkWebhookAutoConfiguration {

	@Bean
	static ClerkEventListenerFactory clerkEventListenerFactory(ObjectProvider<ClerkWebhookProperties> properties) {
		return new ClerkEventListenerFactory(() -> new WebhookSettings(properties.getObject()).listenerTimeLimit());
	}

	@Bean
	@ConditionalOnMissingBean(ClerkWebhookConnectionDetails.class)
	@Conditional(OnSigningSecretCondition.class)
	PropertiesClerkWebhookConnectionDetails clerkWebhookConnectionDetails(ClerkWebhookProperties properties) {
		return PropertiesClerkWebhookConnectionDetails.of(properties);
	}

	@Bean
	@ConditionalOnMissingBean(ClerkWebhookConnectionDetails.class)
	MissingSecretWarning clerkMissingWebhookSecretWarning(ClerkEventListenerFactory listeners) {
		return new MissingSecretWarning(listeners);
	}

}
