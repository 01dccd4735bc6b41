package io.github.clerkspring.client.role;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to add roles to a role set. */
public final class AddRolesRequest extends RequestFields<AddRolesRequest> {

	private static final int MAX_ROLES = 10;

	private AddRolesRequest(Map<String, @Nullable Object> fields) {
		super(fields, AddRolesRequest::new);
	}

	/** Create a request with the keys of one to ten roles. */
	public static AddRolesRequest create(List<String> roleKeys) {
		return new AddRolesRequest(Map.of()).set("role_keys", items("roleKeys", roleKeys, MAX_ROLES));
	}

	/** Set the role of new members. */
	public AddRolesRequest defaultRoleKey(String defaultRoleKey) {
		return set("default_role_key", defaultRoleKey);
	}

	/** Set the role of creators of organizations. */
	public AddRolesRequest creatorRoleKey(String creatorRoleKey) {
		return set("creator_role_key", creatorRoleKey);
	}

}
