package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * A group of users that work together.
 *
 * @param logoUrl the former name of {@code imageUrl}, only in the answer to an upload
 * @param membersCount how many members there are, or {@code null} if it was not asked for
 * @param missingMemberWithElevatedPermissions whether no member could administrate it, or
 * {@code null} if it was not asked for
 * @param maxAllowedMemberships how many members there may be, where 0 means any number
 * @param createdBy the id of the user who created it, or {@code null} if the application
 * did
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
