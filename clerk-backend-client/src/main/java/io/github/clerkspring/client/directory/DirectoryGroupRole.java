package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Role of the members of a directory group. */
public final class DirectoryGroupRole extends RequestFields<DirectoryGroupRole> {

	private DirectoryGroupRole(Map<String, @Nullable Object> fields) {
		super(fields, DirectoryGroupRole::new);
	}

	/** Create a mapping with the id of the role. */
	public static DirectoryGroupRole create(String roleId) {
		return new DirectoryGroupRole(Map.of()).set("role_id", roleId);
	}

	/** Set the id of the group at the identity provider. */
	public DirectoryGroupRole directoryGroupId(String directoryGroupId) {
		return set("directory_group_id", directoryGroupId);
	}

	/** Set the id of the group by its former name; one of the two is required. */
	public DirectoryGroupRole scimGroupId(String scimGroupId) {
		return set("scim_group_id", scimGroupId);
	}

}
