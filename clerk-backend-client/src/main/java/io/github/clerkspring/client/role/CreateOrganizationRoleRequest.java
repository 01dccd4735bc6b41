package io.github.clerkspring.client.role;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a role. */
public final class CreateOrganizationRoleRequest extends RequestFields<CreateOrganizationRoleRequest> {

	private CreateOrganizationRoleRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationRoleRequest::new);
	}

	/**
	 * Create a request with the name and the key.
	 * @param name the name
	 * @param key {@code org:} followed by lower-case letters, digits and underscores,
	 * unique in the instance
	 */
	public static CreateOrganizationRoleRequest create(String name, String key) {
		return new CreateOrganizationRoleRequest(Map.of()).set("name", name).set("key", key);
	}

	public CreateOrganizationRoleRequest description(@Nullable String description) {
		return setNullable("description", description);
	}

	/** Set the ids of the role's permissions. */
	public CreateOrganizationRoleRequest permissions(@Nullable List<String> permissions) {
		return setNullable("permissions", permissions);
	}

	public CreateOrganizationRoleRequest includeInInitialRoleSet(@Nullable Boolean includeInInitialRoleSet) {
		return setNullable("include_in_initial_role_set", includeInInitialRoleSet);
	}

}
