package io.github.clerkspring.client.organization;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * An email domain that leads its users into an organization.
 *
 * @param affiliationVerification whether the organization uses addresses of the domain
 * @param ownershipVerification whether the organization controls the domain
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
	 * How far something about a domain is proven.
	 *
	 * @param status such as {@code unverified}, {@code verified}, {@code failed},
	 * {@code expired}
	 */
	public record Verification(String status, String strategy, @Nullable Integer attempts, @Nullable Instant expireAt,
			@Nullable Instant verifiedAt) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
