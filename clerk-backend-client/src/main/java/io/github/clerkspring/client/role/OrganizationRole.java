package io.github.clerkspring.client.role;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * A role that members of organizations can have.
 *
 * @param key what the claims of a session token name, such as {@code org:admin}
 * @param isCreatorEligible whether it suffices for the creator of an organization
 */
public record OrganizationRole(String id, String name, String key, @Nullable String description,
		boolean isCreatorEligible, List<OrganizationPermission> permissions, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
