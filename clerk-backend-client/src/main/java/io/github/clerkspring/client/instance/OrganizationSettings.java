package io.github.clerkspring.client.instance;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Settings of the organizations of the instance.
 *
 * @param maxAllowedMemberships the maximum number of members of an organization; 0 for
 * unlimited
 * @param maxAllowedPermissions no longer in use
 * @param creatorRole the key of the role of creators of organizations
 * @param domainsDefaultRole the key of the role of members who join by a domain
 */
public record OrganizationSettings(boolean enabled, int maxAllowedMemberships, int maxAllowedRoles,
		@Nullable Integer maxRoleSetsAllowed, int maxAllowedDomains, @Nullable Integer maxAllowedPermissions,
		String creatorRole, boolean adminDeleteEnabled, boolean domainsEnabled, @Nullable Boolean slugDisabled,
		List<EnrollmentMode> domainsEnrollmentModes, String domainsDefaultRole, @Nullable String initialRoleSetKey) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Enrollment mode of users with an address of a domain. */
	public record EnrollmentMode(@JsonValue String value) {

		public static final EnrollmentMode MANUAL_INVITATION = new EnrollmentMode("manual_invitation");

		public static final EnrollmentMode AUTOMATIC_INVITATION = new EnrollmentMode("automatic_invitation");

		public static final EnrollmentMode AUTOMATIC_SUGGESTION = new EnrollmentMode("automatic_suggestion");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
