package io.github.clerkspring.client.directory;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a directory. */
public final class CreateDirectoryRequest extends RequestFields<CreateDirectoryRequest> {

	private CreateDirectoryRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateDirectoryRequest::new);
	}

	/**
	 * Create a request with the id of the enterprise connection for sign-in and its
	 * provider.
	 */
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

	/** Mapping of a directory group to a role. */
	public static final class GroupRoleMapping extends RequestFields<GroupRoleMapping> {

		private GroupRoleMapping(Map<String, @Nullable Object> fields) {
			super(fields, GroupRoleMapping::new);
		}

		/** Create a mapping with the id of the role. */
		public static GroupRoleMapping create(String roleId) {
			return new GroupRoleMapping(Map.of()).set("role_id", roleId);
		}

		/** Set the id of the group at the identity provider. */
		public GroupRoleMapping directoryGroupId(String directoryGroupId) {
			return set("directory_group_id", directoryGroupId);
		}

		/** Set the id of the group by its former name; one of the two is required. */
		public GroupRoleMapping scimGroupId(String scimGroupId) {
			return set("scim_group_id", scimGroupId);
		}

		public GroupRoleMapping directoryGroupDisplayName(String name) {
			return set("directory_group_display_name", text("directoryGroupDisplayName", name, 255));
		}

		/** Set the name of the group by its former name. */
		public GroupRoleMapping scimGroupDisplayName(String name) {
			return set("scim_group_display_name", text("scimGroupDisplayName", name, 255));
		}

		/** Set the precedence for members of several groups; the lowest value applies. */
		public GroupRoleMapping precedence(int precedence) {
			return set("precedence", number("precedence", precedence, 1, Integer.MAX_VALUE));
		}

	}

}
