package io.github.clerkspring.boot.webhook;

import java.util.List;
import java.util.stream.Stream;

import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.client.core.Secret;

/**
 * Connection details from the properties.
 *
 * @param signingSecrets the signing secrets
 */
record PropertiesClerkWebhookConnectionDetails(List<Secret> signingSecrets) implements ClerkWebhookConnectionDetails {

	static PropertiesClerkWebhookConnectionDetails of(ClerkWebhookProperties properties) {
		return new PropertiesClerkWebhookConnectionDetails(
				Stream.concat(properties.signingSecrets().stream(), Stream.ofNullable(properties.signingSecret()))
					.distinct()
					.toList());
	}

}
