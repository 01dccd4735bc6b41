package io.github.clerkspring.client.role;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Role that members of organizations can have.
 *
 * @param key the name for programs, such as {@code org:admin}
 * @param isCreatorEligible whether creators of organizations can have it
 */
public record Role(String id, String name, String key, @Nullable String description, boolean isCreatorEligible,
		List<Permission> permissions, Instant createdAt, Instant updatedAt) {

}
