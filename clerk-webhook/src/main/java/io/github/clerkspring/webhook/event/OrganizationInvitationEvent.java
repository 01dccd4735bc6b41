package io.github.clerkspring.webhook.event;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.organization.OrganizationInvitation;

/**
 * Event of an invitation to an organization.
 */
public sealed interface OrganizationInvitationEvent extends ClerkEvent {

	/**
	 * The invitation was sent.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, OrganizationInvitation data) implements OrganizationInvitationEvent {

	}

	/**
	 * The invitation was accepted.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 * @param userId the id of the user who accepted the invitation
	 */
	record Accepted(EventEnvelope envelope, OrganizationInvitation data,
			@Nullable String userId) implements OrganizationInvitationEvent {

	}

	/**
	 * The invitation was revoked.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Revoked(EventEnvelope envelope, OrganizationInvitation data) implements OrganizationInvitationEvent {

	}

}
