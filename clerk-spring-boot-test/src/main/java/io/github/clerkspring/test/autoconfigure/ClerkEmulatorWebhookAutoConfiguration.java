package io.github.clerkspring.test.autoconfigure;

import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.StringUtils;

import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.webhook.ClerkWebhookAutoConfiguration;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the signing secret of an
 * emulator of Clerk.
 */
@AutoConfiguration(after = ClerkEmulatorAutoConfiguration.class, before = ClerkWebhookAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "clerk.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ClerkWebhookProperties.class)
public final class ClerkEmulatorWebhookAutoConfiguration {

	@Bean
	@Primary
	EmulatorClerkWebhookConnectionDetails emulatorClerkWebhookConnectionDetails(ClerkEmulator emulator,
			ClerkWebhookProperties properties) {
		Stream<Secret> configured = Stream.concat(properties.signingSecrets().stream(),
				Stream.ofNullable(properties.signingSecret()));
		return new EmulatorClerkWebhookConnectionDetails(
				Stream.concat(Stream.of(new Secret(emulator.webhooks().secret())), configured)
					.filter(Objects::nonNull)
					.filter((secret) -> StringUtils.hasText(secret.value()))
					.distinct()
					.toList());
	}

}
