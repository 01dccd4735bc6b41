package io.github.clerkspring.client.directory;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** SCIM directory to create. */
public final class CreateScimDirectoryRequest extends RequestFields<CreateScimDirectoryRequest> {

	private CreateScimDirectoryRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateScimDirectoryRequest::new);
	}

	/** Begin with the connection by which the users sign in, and its provider. */
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

	/** Role for the members of a group of the new directory. */
	public static final class GroupRoleMapping extends RequestFields<GroupRoleMapping> {

		private GroupRoleMapping(Map<String, @Nullable Object> fields) {
			super(fields, GroupRoleMapping::new);
		}

		/** Begin with the identity provider's id of the group, and the role. */
		public static GroupRoleMapping create(String scimGroupId, String roleId) {
			return new GroupRoleMapping(Map.of()).set("scim_group_id", scimGroupId).set("role_id", roleId);
		}

		public GroupRoleMapping scimGroupDisplayName(String name) {
			return set("scim_group_display_name", text("scimGroupDisplayName", name, 255));
		}

		/** Set which mapping counts for members of several groups: the lowest. */
		public GroupRoleMapping precedence(int precedence) {
			return set("precedence", number("precedence", precedence, 1, Integer.MAX_VALUE));
		}

	}

}
