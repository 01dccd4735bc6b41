package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.organization.Organization;

/**
 * Event of an organization.
 */
public sealed interface OrganizationEvent extends ClerkEvent {

	/**
	 * The organization was created.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, Organization data) implements OrganizationEvent {

	}

	/**
	 * The organization was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, Organization data) implements OrganizationEvent {

	}

	/**
	 * The organization was deleted.
	 *
	 * @param envelope the envelope
	 * @param data the id of the deleted object
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements OrganizationEvent {

	}

}
