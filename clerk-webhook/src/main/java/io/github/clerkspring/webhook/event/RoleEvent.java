package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.role.OrganizationRole;

/**
 * Event of a role of organizations.
 */
public sealed interface RoleEvent extends ClerkEvent {

	/**
	 * The role was created.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, OrganizationRole data) implements RoleEvent {

	}

	/**
	 * The role was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, OrganizationRole data) implements RoleEvent {

	}

	/**
	 * The role was deleted.
	 *
	 * @param envelope the envelope
	 * @param data the id of the deleted object
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements RoleEvent {

	}

}
