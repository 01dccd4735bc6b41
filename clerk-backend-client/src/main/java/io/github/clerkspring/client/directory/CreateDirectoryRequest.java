package io.github.clerkspring.client.directory;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Directory to create. */
public final class CreateDirectoryRequest extends RequestFields<CreateDirectoryRequest> {

	private CreateDirectoryRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateDirectoryRequest::new);
	}

	/** Begin with the connection by which the users sign in, and its provider. */
	public static CreateDirectoryRequest create(String enterpriseConnectionId, String provider) {
		return new CreateDirectoryRequest(Map.of()).set("enterprise_connection_id", enterpriseConnectionId)
			.set("provider", provider);
	}

	public CreateDirectoryRequest name(String name) {
		return set("name", name);
	}

	public CreateDirectoryRequest groupRoleMappings(List<GroupRoleMapping> groupRoleMappings) {
		return set("group_role_mappings", groupRoleMappings);
	}

	/** Role for the members of a group of the new directory. */
	public static final class GroupRoleMapping extends RequestFields<GroupRoleMapping> {

		private GroupRoleMapping(Map<String, @Nullable Object> fields) {
			super(fields, GroupRoleMapping::new);
		}

		/** Begin with the id of the role. */
		public static GroupRoleMapping create(String roleId) {
			return new GroupRoleMapping(Map.of()).set("role_id", roleId);
		}

		/** Set the identity provider's id of the group. */
		public GroupRoleMapping directoryGroupId(String directoryGroupId) {
			return set("directory_group_id", directoryGroupId);
		}

		/** Set the id of the group by its older name; one of the two is needed. */
		public GroupRoleMapping scimGroupId(String scimGroupId) {
			return set("scim_group_id", scimGroupId);
		}

		public GroupRoleMapping directoryGroupDisplayName(String name) {
			return set("directory_group_display_name", text("directoryGroupDisplayName", name, 255));
		}

		/** Set the name of the group by its older name. */
		public GroupRoleMapping scimGroupDisplayName(String name) {
			return set("scim_group_display_name", text("scimGroupDisplayName", name, 255));
		}

		/** Set which mapping counts for members of several groups: the lowest. */
		public GroupRoleMapping precedence(int precedence) {
			return set("precedence", number("precedence", precedence, 1, Integer.MAX_VALUE));
		}

	}

}
