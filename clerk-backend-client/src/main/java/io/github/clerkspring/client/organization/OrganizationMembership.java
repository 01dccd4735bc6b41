package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Membership of a user in an organization.
 *
 * @param role the key of the role, such as {@code org:admin}
 * @param permissions the keys of the role's permissions
 */
public record OrganizationMembership(String id, String role, @Nullable String roleName, List<String> permissions,
		Map<String, Object> publicMetadata, Map<String, Object> privateMetadata, Organization organization,
		@Nullable PublicUserData publicUserData, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/**
	 * Data of the user that is visible to other members.
	 *
	 * @param profileImageUrl the former name of {@code imageUrl}
	 * @param identifier the identifier of the user, such as an email address
	 */
	public record PublicUserData(String userId, @Nullable String firstName, @Nullable String lastName,
			@Nullable String profileImageUrl, String imageUrl, boolean hasImage, @Nullable String identifier,
			@Nullable String username, @Nullable Boolean banned, @Nullable Boolean deprovisioned) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
