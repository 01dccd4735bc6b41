package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to map a group of a SCIM directory to a role. */
public final class CreateScimGroupRoleMappingRequest extends RequestFields<CreateScimGroupRoleMappingRequest> {

	private CreateScimGroupRoleMappingRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateScimGroupRoleMappingRequest::new);
	}

	/**
	 * Create a request with the id of the group at the identity provider and the id of
	 * the role.
	 */
	public static CreateScimGroupRoleMappingRequest create(String scimGroupId, String roleId) {
		return new CreateScimGroupRoleMappingRequest(Map.of()).set("scim_group_id", scimGroupId).set("role_id", roleId);
	}

	/**
	 * Set the precedence for members of several groups, at least 1; the lowest applies.
	 */
	public CreateScimGroupRoleMappingRequest precedence(int precedence) {
		return set("precedence", number("precedence", precedence, 1, Integer.MAX_VALUE));
	}

}
