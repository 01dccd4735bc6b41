package io.github.clerkspring.client.role;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Role set: the roles available in the organizations that it is assigned to.
 *
 * @param defaultRole the role of new members
 * @param creatorRole the role of creators of organizations
 * @param roleSetMigration the current migration, or {@code null} if none
 */
public record RoleSet(String id, String name, String key, @Nullable String description, List<Item> roles,
		@Nullable Item defaultRole, @Nullable Item creatorRole, RoleSetType type, @Nullable Migration roleSetMigration,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Role of a role set. */
	public record Item(String id, String name, String key, @Nullable String description, @Nullable Long membersCount,
			@Nullable Boolean hasMembers, Instant createdAt, Instant updatedAt) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/**
	 * Migration of members to other roles.
	 *
	 * @param triggerType the cause, such as {@code role_removal}
	 * @param status the status, such as {@code enqueued}, {@code in_progress} or {@code
	 * completed}
	 * @param migratedMembers the number of migrated members
	 * @param mappings the mappings from former role keys to new role keys
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
