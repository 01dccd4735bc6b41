package io.github.clerkspring.client.role;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * The roles that there are in some organizations.
 *
 * @param defaultRole the role of new members
 * @param creatorRole the role of those who create an organization
 * @param roleSetMigration the migration under way, or {@code null} if there is none
 */
public record RoleSet(String id, String name, String key, @Nullable String description, List<Item> roles,
		@Nullable Item defaultRole, @Nullable Item creatorRole, RoleSetType type, @Nullable Migration roleSetMigration,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** A role of the set. */
	public record Item(String id, String name, String key, @Nullable String description, @Nullable Long membersCount,
			@Nullable Boolean hasMembers, Instant createdAt, Instant updatedAt) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/**
	 * The move of members from roles to others.
	 *
	 * @param triggerType what caused it, such as {@code role_removal}
	 * @param status such as {@code enqueued}, {@code in_progress}, {@code completed}
	 * @param migratedMembers how many members have been moved
	 * @param mappings the new roles by the former ones, as keys
	 */
	public record Migration(String id, @Nullable String organizationId, String instanceId, String sourceRoleSetId,
			@Nullable String destRoleSetId, String triggerType, String status, int migratedMembers,
			Map<String, String> mappings, @Nullable Instant startedAt, @Nullable Instant completedAt, Instant createdAt,
			Instant updatedAt) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
