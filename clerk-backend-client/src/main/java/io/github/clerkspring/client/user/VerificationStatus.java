package io.github.clerkspring.client.user;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of a verification. */
public record VerificationStatus(@JsonValue String value) {

	public static final VerificationStatus UNVERIFIED = new VerificationStatus("unverified");

	public static final VerificationStatus VERIFIED = new VerificationStatus("verified");

	public static final VerificationStatus FAILED = new VerificationStatus("failed");

	public static final VerificationStatus EXPIRED = new VerificationStatus("expired");

	public static final VerificationStatus TRANSFERABLE = new VerificationStatus("transferable");

	@Override
	public String toString() {
		return this.value;
	}

}
