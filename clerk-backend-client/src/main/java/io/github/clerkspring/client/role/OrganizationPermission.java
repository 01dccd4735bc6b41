package io.github.clerkspring.client.role;

import java.time.Instant;

import io.github.clerkspring.client.core.RecordIds;

/**
 * A permission that roles in organizations can have.
 *
 * @param key what the claims of a session token name, such as {@code org:invoices:create}
 * @param type who made it, Clerk or the application
 */
public record OrganizationPermission(String id, String name, String key, String description, String type,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
