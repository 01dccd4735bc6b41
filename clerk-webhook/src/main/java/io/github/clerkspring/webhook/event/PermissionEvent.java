package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.role.OrganizationPermission;

/**
 * Event of a permission of organizations.
 */
public sealed interface PermissionEvent extends ClerkEvent {

	/**
	 * The permission was created.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, OrganizationPermission data) implements PermissionEvent {

	}

	/**
	 * The permission was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, OrganizationPermission data) implements PermissionEvent {

	}

	/**
	 * The permission was deleted.
	 *
	 * @param envelope the envelope
	 * @param data the id of the deleted object
	 */
	record Deleted(EventEnvelope envelope, DeletedObject data) implements PermissionEvent {

	}

}
