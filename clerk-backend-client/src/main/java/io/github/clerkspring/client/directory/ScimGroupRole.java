package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Role for the members of a group of a SCIM directory. */
public final class ScimGroupRole extends RequestFields<ScimGroupRole> {

	private ScimGroupRole(Map<String, @Nullable Object> fields) {
		super(fields, ScimGroupRole::new);
	}

	/** Begin with the identity provider's id of the group and the id of the role. */
	public static ScimGroupRole create(String scimGroupId, String roleId) {
		return new ScimGroupRole(Map.of()).set("scim_group_id", scimGroupId).set("role_id", roleId);
	}

}
