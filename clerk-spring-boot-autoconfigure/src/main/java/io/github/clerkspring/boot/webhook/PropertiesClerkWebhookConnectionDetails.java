package io.github.clerkspring.boot.webhook;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;

import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.client.core.Secret;

/**
 * Connection details from the properties. An empty property counts as absent.
 *
 * @param signingSecrets the signing secrets
 */
record PropertiesClerkWebhookConnectionDetails(List<Secret> signingSecrets) implements ClerkWebhookConnectionDetails {

	static PropertiesClerkWebhookConnectionDetails of(ClerkProperties.Webhook properties) {
		return new PropertiesClerkWebhookConnectionDetails(
				Stream.concat(properties.signingSecrets().stream(), Stream.ofNullable(properties.signingSecret()))
					.filter(Objects::nonNull)
					.filter((secret) -> StringUtils.hasText(secret.value()))
					.distinct()
					.toList());
	}

}
