package io.github.clerkspring.client.access;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of an invitation. */
public record InvitationStatus(@JsonValue String value) {

	public static final InvitationStatus PENDING = new InvitationStatus("pending");

	public static final InvitationStatus ACCEPTED = new InvitationStatus("accepted");

	public static final InvitationStatus REVOKED = new InvitationStatus("revoked");

	public static final InvitationStatus EXPIRED = new InvitationStatus("expired");

	@Override
	public String toString() {
		return this.value;
	}

}
