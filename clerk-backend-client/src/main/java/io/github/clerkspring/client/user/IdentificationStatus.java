package io.github.clerkspring.client.user;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * State in which an email address or phone number is created: verified; reserved, which
 * signs in and keeps others from claiming it though it is not verified; or unverified,
 * which does neither.
 */
public record IdentificationStatus(@JsonValue String value) {

	public static final IdentificationStatus VERIFIED = new IdentificationStatus("verified");

	public static final IdentificationStatus RESERVED = new IdentificationStatus("reserved");

	public static final IdentificationStatus UNVERIFIED = new IdentificationStatus("unverified");

	@Override
	public String toString() {
		return this.value;
	}

}
