package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.organization.OrganizationDomain;

/**
 * Something that happened to a domain of an organization.
 */
public sealed interface OrganizationDomainEvent extends ClerkEvent {

	/**
	 * The domain was added.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, OrganizationDomain data) implements OrganizationDomainEvent {

	}

	/**
	 * The domain was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, OrganizationDomain data) implements OrganizationDomainEvent {

	}

	/**
	 * The domain was removed.
	 *
	 * @param envelope what is common to all events
	 * @param data the id of what was deleted
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements OrganizationDomainEvent {

	}

}
