package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.role.OrganizationRole;

/**
 * Something that happened to a role of organizations.
 */
public sealed interface RoleEvent extends ClerkEvent {

	/**
	 * The role was created.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, OrganizationRole data) implements RoleEvent {

	}

	/**
	 * The role was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, OrganizationRole data) implements RoleEvent {

	}

	/**
	 * The role was deleted.
	 *
	 * @param envelope what is common to all events
	 * @param data the id of what was deleted
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements RoleEvent {

	}

}
