package io.github.clerkspring.test.autoconfigure;

import java.util.List;

import io.github.clerkspring.boot.webhook.ClerkWebhookConnectionDetails;
import io.github.clerkspring.client.core.Secret;

/**
 * Connection details that accept the webhooks of an emulator, and webhooks that tests
 * sign with a configured secret.
 *
 * @param signingSecrets the signing secrets
 */
record EmulatorClerkWebhookConnectionDetails(List<Secret> signingSecrets) implements ClerkWebhookConnectionDetails {

}
