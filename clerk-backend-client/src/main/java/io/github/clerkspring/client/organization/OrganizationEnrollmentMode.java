package io.github.clerkspring.client.organization;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Enrollment mode of a domain: how users with its email addresses join the organization.
 */
public record OrganizationEnrollmentMode(@JsonValue String value) {

	/** Users are invited by members. */
	public static final OrganizationEnrollmentMode MANUAL_INVITATION = new OrganizationEnrollmentMode(
			"manual_invitation");

	/** Users are invited automatically on sign-up. */
	public static final OrganizationEnrollmentMode AUTOMATIC_INVITATION = new OrganizationEnrollmentMode(
			"automatic_invitation");

	/** Users receive a suggestion to request membership. */
	public static final OrganizationEnrollmentMode AUTOMATIC_SUGGESTION = new OrganizationEnrollmentMode(
			"automatic_suggestion");

	/** Users join by the enterprise connection of the domain. */
	public static final OrganizationEnrollmentMode ENTERPRISE_SSO = new OrganizationEnrollmentMode("enterprise_sso");

	/** Return the mode with the prefix {@code -}, which excludes it in queries. */
	public OrganizationEnrollmentMode not() {
		return new OrganizationEnrollmentMode("-" + this.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
