package io.github.clerkspring.client.directory;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a SCIM directory. */
public final class CreateScimDirectoryRequest extends RequestFields<CreateScimDirectoryRequest> {

	private CreateScimDirectoryRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateScimDirectoryRequest::new);
	}

	/**
	 * Create a request with the id of the enterprise connection for sign-in and its
	 * provider.
	 */
	public static CreateScimDirectoryRequest create(String enterpriseConnectionId, String provider) {
		return new CreateScimDirectoryRequest(Map.of()).set("enterprise_connection_id", enterpriseConnectionId)
			.set("provider", provider);
	}

	public CreateScimDirectoryRequest name(String name) {
		return set("name", name);
	}

	public CreateScimDirectoryRequest groupRoleMappings(List<GroupRoleMapping> groupRoleMappings) {
		return set("group_role_mappings", groupRoleMappings);
	}

	/** Mapping of a directory group to a role. */
	public static final class GroupRoleMapping extends RequestFields<GroupRoleMapping> {

		private GroupRoleMapping(Map<String, @Nullable Object> fields) {
			super(fields, GroupRoleMapping::new);
		}

		/**
		 * Create a mapping with the id of the group at the identity provider and the id
		 * of the role.
		 */
		public static GroupRoleMapping create(String scimGroupId, String roleId) {
			return new GroupRoleMapping(Map.of()).set("scim_group_id", scimGroupId).set("role_id", roleId);
		}

		public GroupRoleMapping scimGroupDisplayName(String name) {
			return set("scim_group_display_name", text("scimGroupDisplayName", name, 255));
		}

		/** Set the precedence for members of several groups; the lowest value applies. */
		public GroupRoleMapping precedence(int precedence) {
			return set("precedence", number("precedence", precedence, 1, Integer.MAX_VALUE));
		}

	}

}
