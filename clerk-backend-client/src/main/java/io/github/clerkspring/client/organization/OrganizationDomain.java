package io.github.clerkspring.client.organization;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Email domain of an organization.
 *
 * @param affiliationVerification the verification that the organization uses addresses of
 * the domain
 * @param ownershipVerification the verification that the organization controls the domain
 * @param verification the former name of {@code affiliationVerification}
 */
public record OrganizationDomain(String id, String organizationId, String name,
		OrganizationEnrollmentMode enrollmentMode, @Nullable String affiliationEmailAddress,
		@Nullable Verification affiliationVerification, @Nullable Verification ownershipVerification,
		@Nullable Verification verification, int totalPendingInvitations, int totalPendingSuggestions,
		@Nullable PublicOrganizationData publicOrganizationData, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/**
	 * Verification of a domain.
	 *
	 * @param status the status, such as {@code unverified}, {@code verified},
	 * {@code failed} or {@code expired}
	 */
	public record Verification(String status, String strategy, @Nullable Integer attempts, @Nullable Instant expireAt,
			@Nullable Instant verifiedAt) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
