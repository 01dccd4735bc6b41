package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.organization.OrganizationDomain;

/**
 * Event of a domain of an organization.
 */
public sealed interface OrganizationDomainEvent extends ClerkEvent {

	/**
	 * The domain was added.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, OrganizationDomain data) implements OrganizationDomainEvent {

	}

	/**
	 * The domain was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, OrganizationDomain data) implements OrganizationDomainEvent {

	}

	/**
	 * The domain was removed.
	 *
	 * @param envelope the envelope
	 * @param data the id of the deleted object
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements OrganizationDomainEvent {

	}

}
