package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * An invitation to become a member of an organization.
 *
 * @param role the key of the role that the member will have
 * @param inviterId the id of the user who invites, or {@code null} if the application
 * does
 * @param url the link for the recipient, which contains the ticket
 * @param expiresAt when it can no longer be accepted, or {@code null} if never
 * @param publicOrganizationData the organization, in lists that go across organizations
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

	/** What the recipient may know of the user who invites. */
	public record PublicInviterData(String userId, @Nullable String firstName, @Nullable String lastName,
			String imageUrl, boolean hasImage, String identifier) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
