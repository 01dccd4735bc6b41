package io.github.clerkspring.client.organization;

import com.fasterxml.jackson.annotation.JsonValue;

/** How users with an address of a domain come into its organization. */
public record OrganizationEnrollmentMode(@JsonValue String value) {

	/** Somebody has to invite them. */
	public static final OrganizationEnrollmentMode MANUAL_INVITATION = new OrganizationEnrollmentMode(
			"manual_invitation");

	/** They are invited as they sign up. */
	public static final OrganizationEnrollmentMode AUTOMATIC_INVITATION = new OrganizationEnrollmentMode(
			"automatic_invitation");

	/** They are told that they may ask for membership. */
	public static final OrganizationEnrollmentMode AUTOMATIC_SUGGESTION = new OrganizationEnrollmentMode(
			"automatic_suggestion");

	/** They come by the enterprise connection of the domain. */
	public static final OrganizationEnrollmentMode ENTERPRISE_SSO = new OrganizationEnrollmentMode("enterprise_sso");

	/** Return the mode with {@code -} in front: in queries it leaves the mode out. */
	public OrganizationEnrollmentMode not() {
		return new OrganizationEnrollmentMode("-" + this.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
