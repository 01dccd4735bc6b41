package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to map a directory group to a role. */
public final class CreateGroupRoleMappingRequest extends RequestFields<CreateGroupRoleMappingRequest> {

	private CreateGroupRoleMappingRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateGroupRoleMappingRequest::new);
	}

	/** Create a request with the id of the role. */
	public static CreateGroupRoleMappingRequest create(String roleId) {
		return new CreateGroupRoleMappingRequest(Map.of()).set("role_id", roleId);
	}

	/** Set the id of the group at the identity provider. */
	public CreateGroupRoleMappingRequest directoryGroupId(String directoryGroupId) {
		return set("directory_group_id", directoryGroupId);
	}

	/** Set the id of the group by its former name; one of the two is required. */
	public CreateGroupRoleMappingRequest scimGroupId(String scimGroupId) {
		return set("scim_group_id", scimGroupId);
	}

	/**
	 * Set the precedence for members of several groups, at least 1; the lowest applies.
	 */
	public CreateGroupRoleMappingRequest precedence(int precedence) {
		return set("precedence", number("precedence", precedence, 1, Integer.MAX_VALUE));
	}

}
