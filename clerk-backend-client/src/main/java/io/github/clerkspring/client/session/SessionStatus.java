package io.github.clerkspring.client.session;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of a session. */
public record SessionStatus(@JsonValue String value) {

	public static final SessionStatus ACTIVE = new SessionStatus("active");

	public static final SessionStatus PENDING = new SessionStatus("pending");

	public static final SessionStatus ENDED = new SessionStatus("ended");

	public static final SessionStatus EXPIRED = new SessionStatus("expired");

	public static final SessionStatus REMOVED = new SessionStatus("removed");

	public static final SessionStatus ABANDONED = new SessionStatus("abandoned");

	public static final SessionStatus REPLACED = new SessionStatus("replaced");

	public static final SessionStatus REVOKED = new SessionStatus("revoked");

	@Override
	public String toString() {
		return this.value;
	}

}
