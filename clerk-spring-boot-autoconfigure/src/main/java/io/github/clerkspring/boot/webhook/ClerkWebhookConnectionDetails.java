package io.github.clerkspring.boot.webhook;

import java.util.List;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

import io.github.clerkspring.client.core.Secret;

/**
 * Signing secrets of webhooks. A bean of this type replaces the properties. Without a
 * bean and without signing secrets in the properties, webhooks are not received.
 */
public interface ClerkWebhookConnectionDetails extends ConnectionDetails {

	/**
	 * Return the accepted signing secrets.
	 * @return the secrets, of which there is at least one
	 */
	List<Secret> signingSecrets();

}
