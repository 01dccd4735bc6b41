package io.github.clerkspring.client.directory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.role.OrganizationRole;

/**
 * Role that the members of a group have. What begins with {@code scim} is the older name
 * of what begins with {@code directory}.
 *
 * @param directoryGroupId the identity provider's id of the group
 * @param precedence which mapping counts for members of several groups: the lowest, from
 * 1
 */
public record DirectoryGroupRoleMapping(String id, String directoryId, String scimDirectoryId, String directoryGroupId,
		String scimGroupId, String directoryGroupDisplayName, String scimGroupDisplayName,
		@Nullable OrganizationRole role, int precedence, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
