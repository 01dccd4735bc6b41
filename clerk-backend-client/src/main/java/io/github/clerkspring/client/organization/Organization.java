package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Organization: a group of users.
 *
 * @param logoUrl the former name of {@code imageUrl}, only in the response to an upload
 * @param membersCount the number of members, or {@code null} if not requested
 * @param missingMemberWithElevatedPermissions whether no member has the permissions of an
 * administrator, or {@code null} if not requested
 * @param maxAllowedMemberships the maximum number of members; 0 for unlimited
 * @param createdBy the id of the user who created the organization, or {@code null} if
 * created by the application
 */
public record Organization(String id, String name, String slug, @Nullable String logoUrl, @Nullable String imageUrl,
		boolean hasImage, @Nullable Integer membersCount, @Nullable Boolean missingMemberWithElevatedPermissions,
		@Nullable Integer pendingInvitationsCount, int maxAllowedMemberships, boolean adminDeleteEnabled,
		Map<String, Object> publicMetadata, Map<String, Object> privateMetadata, @Nullable String createdBy,
		Instant createdAt, Instant updatedAt, @Nullable Instant lastActiveAt, @Nullable String roleSetKey) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
