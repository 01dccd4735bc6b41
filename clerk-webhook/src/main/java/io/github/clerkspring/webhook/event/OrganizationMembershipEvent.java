package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.organization.OrganizationMembership;

/**
 * Event of a membership of an organization.
 */
public sealed interface OrganizationMembershipEvent extends ClerkEvent {

	/**
	 * The user became a member.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, OrganizationMembership data) implements OrganizationMembershipEvent {

	}

	/**
	 * The membership was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, OrganizationMembership data) implements OrganizationMembershipEvent {

	}

	/**
	 * The user is no longer a member.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Deleted(EventEnvelope envelope, OrganizationMembership data) implements OrganizationMembershipEvent {

	}

}
