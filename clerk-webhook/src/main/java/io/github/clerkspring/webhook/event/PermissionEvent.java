package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.role.OrganizationPermission;

/**
 * Something that happened to a permission of organizations.
 */
public sealed interface PermissionEvent extends ClerkEvent {

	/**
	 * The permission was created.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, OrganizationPermission data) implements PermissionEvent {

	}

	/**
	 * The permission was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, OrganizationPermission data) implements PermissionEvent {

	}

	/**
	 * The permission was deleted.
	 *
	 * @param envelope what is common to all events
	 * @param data the id of what was deleted
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements PermissionEvent {

	}

}
