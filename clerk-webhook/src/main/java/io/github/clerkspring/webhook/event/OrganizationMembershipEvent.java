package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.organization.OrganizationMembership;

/**
 * Something that happened to a membership.
 */
public sealed interface OrganizationMembershipEvent extends ClerkEvent {

	/**
	 * The user became a member.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, OrganizationMembership data) implements OrganizationMembershipEvent {

	}

	/**
	 * The membership was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, OrganizationMembership data) implements OrganizationMembershipEvent {

	}

	/**
	 * The user is no longer a member.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Deleted(EventEnvelope envelope, OrganizationMembership data) implements OrganizationMembershipEvent {

	}

}
