package io.github.clerkspring.client.user;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Status of an email address or phone number on creation: verified, unverified, or
 * reserved. A reserved identification can be used to sign in and cannot be claimed by
 * other users, although it is not verified.
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
