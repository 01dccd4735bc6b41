package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a role set. Unset fields remain unchanged. */
public final class UpdateRoleSetRequest extends RequestFields<UpdateRoleSetRequest> {

	private UpdateRoleSetRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateRoleSetRequest::new);
	}

	/** Create a request without changes. */
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
	 * Set the type; only {@link RoleSetType#INITIAL} is permitted. The previous initial
	 * role set becomes a custom one.
	 */
	public UpdateRoleSetRequest type(@Nullable RoleSetType type) {
		return setNullable("type", type);
	}

	/** Set the role of new members, one of the role set. */
	public UpdateRoleSetRequest defaultRoleKey(@Nullable String defaultRoleKey) {
		return setNullable("default_role_key", defaultRoleKey);
	}

	/** Set the role of creators of organizations, one of the role set. */
	public UpdateRoleSetRequest creatorRoleKey(@Nullable String creatorRoleKey) {
		return setNullable("creator_role_key", creatorRoleKey);
	}

}
