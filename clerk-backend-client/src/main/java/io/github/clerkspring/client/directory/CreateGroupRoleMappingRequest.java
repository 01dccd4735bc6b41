package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Role to give to the members of a group of a directory. */
public final class CreateGroupRoleMappingRequest extends RequestFields<CreateGroupRoleMappingRequest> {

	private CreateGroupRoleMappingRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateGroupRoleMappingRequest::new);
	}

	/** Begin with the id of the role. */
	public static CreateGroupRoleMappingRequest create(String roleId) {
		return new CreateGroupRoleMappingRequest(Map.of()).set("role_id", roleId);
	}

	/** Set the identity provider's id of the group. */
	public CreateGroupRoleMappingRequest directoryGroupId(String directoryGroupId) {
		return set("directory_group_id", directoryGroupId);
	}

	/** Set the id of the group by its older name; one of the two is needed. */
	public CreateGroupRoleMappingRequest scimGroupId(String scimGroupId) {
		return set("scim_group_id", scimGroupId);
	}

	/** Set which mapping counts for members of several groups: the lowest, from 1. */
	public CreateGroupRoleMappingRequest precedence(int precedence) {
		return set("precedence", number("precedence", precedence, 1, Integer.MAX_VALUE));
	}

}
