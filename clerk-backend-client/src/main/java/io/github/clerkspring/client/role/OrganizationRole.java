package io.github.clerkspring.client.role;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Role of members of organizations.
 *
 * @param key the key in the claims of session tokens, such as {@code org:admin}
 * @param isCreatorEligible whether the role has the permissions required for creators of
 * organizations
 */
public record OrganizationRole(String id, String name, String key, @Nullable String description,
		boolean isCreatorEligible, List<OrganizationPermission> permissions, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
