package io.github.clerkspring.client.organization;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far an invitation has come. */
public record OrganizationInvitationStatus(@JsonValue String value) {

	/** Waiting for its recipient. */
	public static final OrganizationInvitationStatus PENDING = new OrganizationInvitationStatus("pending");

	/** The recipient has become a member. */
	public static final OrganizationInvitationStatus ACCEPTED = new OrganizationInvitationStatus("accepted");

	/** Taken back. */
	public static final OrganizationInvitationStatus REVOKED = new OrganizationInvitationStatus("revoked");

	/** Too old to be accepted. */
	public static final OrganizationInvitationStatus EXPIRED = new OrganizationInvitationStatus("expired");

	@Override
	public String toString() {
		return this.value;
	}

}
