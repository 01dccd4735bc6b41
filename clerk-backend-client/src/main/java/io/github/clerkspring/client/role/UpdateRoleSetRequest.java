package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of a role set. Fields that are not set stay as they are. */
public final class UpdateRoleSetRequest extends RequestFields<UpdateRoleSetRequest> {

	private UpdateRoleSetRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateRoleSetRequest::new);
	}

	/** Begin with no change. */
	public static UpdateRoleSetRequest create() {
		return new UpdateRoleSetRequest(Map.of());
	}

	public UpdateRoleSetRequest name(@Nullable String name) {
		return setNullable("name", name);
	}

	public UpdateRoleSetRequest key(@Nullable String key) {
		return setNullable("key", key);
	}

	public UpdateRoleSetRequest description(@Nullable String description) {
		return setNullable("description", description);
	}

	/**
	 * Only {@link RoleSetType#INITIAL}; the set that was the initial one becomes a custom
	 * one.
	 */
	public UpdateRoleSetRequest type(@Nullable RoleSetType type) {
		return setNullable("type", type);
	}

	/** The role of new members, one of the set. */
	public UpdateRoleSetRequest defaultRoleKey(@Nullable String defaultRoleKey) {
		return setNullable("default_role_key", defaultRoleKey);
	}

	/** The role of those who create an organization, one of the set. */
	public UpdateRoleSetRequest creatorRoleKey(@Nullable String creatorRoleKey) {
		return setNullable("creator_role_key", creatorRoleKey);
	}

}
