package io.github.clerkspring.client.organization;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of an organization invitation. */
public record OrganizationInvitationStatus(@JsonValue String value) {

	public static final OrganizationInvitationStatus PENDING = new OrganizationInvitationStatus("pending");

	public static final OrganizationInvitationStatus ACCEPTED = new OrganizationInvitationStatus("accepted");

	public static final OrganizationInvitationStatus REVOKED = new OrganizationInvitationStatus("revoked");

	public static final OrganizationInvitationStatus EXPIRED = new OrganizationInvitationStatus("expired");

	@Override
	public String toString() {
		return this.value;
	}

}
