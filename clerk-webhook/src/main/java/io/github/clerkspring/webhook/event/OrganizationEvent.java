package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.organization.Organization;

/**
 * Something that happened to an organization.
 */
public sealed interface OrganizationEvent extends ClerkEvent {

	/**
	 * The organization was created.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, Organization data) implements OrganizationEvent {

	}

	/**
	 * The organization was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, Organization data) implements OrganizationEvent {

	}

	/**
	 * The organization was deleted.
	 *
	 * @param envelope what is common to all events
	 * @param data the id of what was deleted
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements OrganizationEvent {

	}

}
