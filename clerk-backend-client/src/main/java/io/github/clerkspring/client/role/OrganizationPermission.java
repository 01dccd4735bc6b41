package io.github.clerkspring.client.role;

import java.time.Instant;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Permission in organizations, granted by roles.
 *
 * @param key the key in the claims of session tokens, such as {@code
 * org:invoices:create}
 * @param type the origin: defined by Clerk or by the application
 */
public record OrganizationPermission(String id, String name, String key, String description, String type,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
