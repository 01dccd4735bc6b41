package io.github.clerkspring.client.role;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a role. Unset fields remain unchanged. */
public final class UpdateOrganizationRoleRequest extends RequestFields<UpdateOrganizationRoleRequest> {

	private UpdateOrganizationRoleRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOrganizationRoleRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateOrganizationRoleRequest create() {
		return new UpdateOrganizationRoleRequest(Map.of());
	}

	public UpdateOrganizationRoleRequest name(@Nullable String name) {
		return setNullable("name", name);
	}

	public UpdateOrganizationRoleRequest key(@Nullable String key) {
		return setNullable("key", key);
	}

	public UpdateOrganizationRoleRequest description(@Nullable String description) {
		return setNullable("description", description);
	}

	/** Set the ids of the role's permissions. */
	public UpdateOrganizationRoleRequest permissions(@Nullable List<String> permissions) {
		return setNullable("permissions", permissions);
	}

}
