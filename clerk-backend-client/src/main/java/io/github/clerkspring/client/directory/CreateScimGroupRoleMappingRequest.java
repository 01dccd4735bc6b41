package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Role to give to the members of a group of a SCIM directory. */
public final class CreateScimGroupRoleMappingRequest extends RequestFields<CreateScimGroupRoleMappingRequest> {

	private CreateScimGroupRoleMappingRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateScimGroupRoleMappingRequest::new);
	}

	/** Begin with the identity provider's id of the group, and the role. */
	public static CreateScimGroupRoleMappingRequest create(String scimGroupId, String roleId) {
		return new CreateScimGroupRoleMappingRequest(Map.of()).set("scim_group_id", scimGroupId).set("role_id", roleId);
	}

	/** Set which mapping counts for members of several groups: the lowest, from 1. */
	public CreateScimGroupRoleMappingRequest precedence(int precedence) {
		return set("precedence", number("precedence", precedence, 1, Integer.MAX_VALUE));
	}

}
