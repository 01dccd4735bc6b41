package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Invitation to join an organization.
 *
 * @param role the key of the role of the future member
 * @param inviterId the id of the inviting user, or {@code null} if invited by the
 * application
 * @param url the invitation link, which contains the ticket
 * @param expiresAt the expiration time, or {@code null} if none
 * @param publicOrganizationData the organization, in lists across organizations
 */
public record OrganizationInvitation(String id, String emailAddress, String role, String roleName,
		@Nullable String organizationId, @Nullable String inviterId, @Nullable PublicInviterData publicInviterData,
		@Nullable OrganizationInvitationStatus status, Map<String, Object> publicMetadata,
		Map<String, Object> privateMetadata, @Nullable Secret url, @Nullable Instant expiresAt, Instant createdAt,
		Instant updatedAt, @Nullable PublicOrganizationData publicOrganizationData) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Public data of the inviting user. */
	public record PublicInviterData(String userId, @Nullable String firstName, @Nullable String lastName,
			String imageUrl, boolean hasImage, String identifier) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
