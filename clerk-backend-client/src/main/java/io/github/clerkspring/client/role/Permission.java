package io.github.clerkspring.client.role;

import java.time.Instant;

/**
 * Permission that roles consist of.
 *
 * @param key the name for programs, such as {@code org:invoices:create}
 * @param type {@code system} for those of Clerk, {@code user} for those of the
 * application
 */
public record Permission(String id, String name, String key, String description, String type, Instant createdAt,
		Instant updatedAt) {

}
