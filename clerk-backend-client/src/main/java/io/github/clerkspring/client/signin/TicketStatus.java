package io.github.clerkspring.client.signin;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of a token for signing in: pending, accepted or revoked. */
public record TicketStatus(@JsonValue String value) {

	public static final TicketStatus PENDING = new TicketStatus("pending");

	public static final TicketStatus ACCEPTED = new TicketStatus("accepted");

	public static final TicketStatus REVOKED = new TicketStatus("revoked");

	@Override
	public String toString() {
		return this.value;
	}

}
