package io.github.clerkspring.client.access;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of a waitlist entry. */
public record WaitlistEntryStatus(@JsonValue String value) {

	public static final WaitlistEntryStatus PENDING = new WaitlistEntryStatus("pending");

	public static final WaitlistEntryStatus INVITED = new WaitlistEntryStatus("invited");

	public static final WaitlistEntryStatus REJECTED = new WaitlistEntryStatus("rejected");

	public static final WaitlistEntryStatus COMPLETED = new WaitlistEntryStatus("completed");

	@Override
	public String toString() {
		return this.value;
	}

}
