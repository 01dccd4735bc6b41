package io.github.clerkspring.webhook.event;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.organization.OrganizationInvitation;

/**
 * Something that happened to an invitation to an organization.
 */
public sealed interface OrganizationInvitationEvent extends ClerkEvent {

	/**
	 * The invitation was sent.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, OrganizationInvitation data) implements OrganizationInvitationEvent {

	}

	/**
	 * The invitation was accepted.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 * @param userId the id of the user who accepted it
	 */
	record Accepted(EventEnvelope envelope, OrganizationInvitation data,
			@Nullable String userId) implements OrganizationInvitationEvent {

	}

	/**
	 * The invitation was revoked.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Revoked(EventEnvelope envelope, OrganizationInvitation data) implements OrganizationInvitationEvent {

	}

}
