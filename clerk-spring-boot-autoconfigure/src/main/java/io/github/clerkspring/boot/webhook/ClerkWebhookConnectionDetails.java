package io.github.clerkspring.boot.webhook;

import java.util.List;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

import io.github.clerkspring.client.core.Secret;

/**
 * What webhooks are signed with. A bean of this type takes the place of the properties;
 * without one, and without signing secrets in the properties, no webhooks are received.
 */
public interface ClerkWebhookConnectionDetails extends ConnectionDetails {

	/**
	 * Return the signing secrets, any of which is accepted.
	 * @return one secret at least
	 */
	List<Secret> signingSecrets();

}
