package io.github.clerkspring.test.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.webhook.ClerkWebhookReceiverAutoConfiguration;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.test.webhook.DeliverySignal;
import io.github.clerkspring.webhook.inbox.Inbox;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ClerkWebhookTester}.
 */
@AutoConfiguration(after = { ClerkEmulatorAutoConfiguration.class, ClerkWebhookReceiverAutoConfiguration.class })
@ConditionalOnBean({ ClerkEmulator.class, Inbox.class })
public final class ClerkWebhookTesterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DeliverySignal clerkDeliverySignal() {
		return new DeliverySignal();
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkWebhookTester clerkWebhookTester(ClerkEmulator emulator, Inbox inbox, DeliverySignal signal,
			Environment environment, ClerkWebhookProperties properties) {
		return new ClerkWebhookTester(emulator, inbox, signal, environment, properties.path());
	}

}
