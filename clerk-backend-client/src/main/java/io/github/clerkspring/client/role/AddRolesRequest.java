package io.github.clerkspring.client.role;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Roles to add to a role set. */
public final class AddRolesRequest extends RequestFields<AddRolesRequest> {

	private static final int MAX_ROLES = 10;

	private AddRolesRequest(Map<String, @Nullable Object> fields) {
		super(fields, AddRolesRequest::new);
	}

	/** Begin with the keys of one to ten roles. */
	public static AddRolesRequest create(List<String> roleKeys) {
		return new AddRolesRequest(Map.of()).set("role_keys", items("roleKeys", roleKeys, MAX_ROLES));
	}

	/** The role of new members from now on. */
	public AddRolesRequest defaultRoleKey(String defaultRoleKey) {
		return set("default_role_key", defaultRoleKey);
	}

	/** The role of those who create an organization from now on. */
	public AddRolesRequest creatorRoleKey(String creatorRoleKey) {
		return set("creator_role_key", creatorRoleKey);
	}

}
