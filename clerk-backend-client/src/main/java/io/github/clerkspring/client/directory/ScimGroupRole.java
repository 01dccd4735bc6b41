package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Role of the members of a group of a SCIM directory. */
public final class ScimGroupRole extends RequestFields<ScimGroupRole> {

	private ScimGroupRole(Map<String, @Nullable Object> fields) {
		super(fields, ScimGroupRole::new);
	}

	/**
	 * Create a mapping with the id of the group at the identity provider and the id of
	 * the role.
	 */
	public static ScimGroupRole create(String scimGroupId, String roleId) {
		return new ScimGroupRole(Map.of()).set("scim_group_id", scimGroupId).set("role_id", roleId);
	}

}
