package io.github.clerkspring.client.directory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.role.OrganizationRole;

/**
 * Mapping of a directory group to a role. Components that begin with {@code scim} are
 * former names of those that begin with {@code directory}.
 *
 * @param directoryGroupId the id of the group at the identity provider
 * @param precedence the precedence for members of several groups, at least 1; the lowest
 * applies
 */
public record DirectoryGroupRoleMapping(String id, String directoryId, String scimDirectoryId, String directoryGroupId,
		String scimGroupId, String directoryGroupDisplayName, String scimGroupDisplayName,
		@Nullable OrganizationRole role, int precedence, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
