package io.github.clerkspring.emulator.directories;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Directories that provision users, the roles of their groups, and links to the portal
 * where they are set up.
 */
final class DirectoryShapes {

	static final Shape DIRECTORY = Shape.of("directory", "scimdir")
		.nullable("name", "enterprise_connection_id", "provider")
		.with("enabled", true)
		.with("group_role_mapping_enabled", true)
		.with("attribute_mapping", Json.object())
		.nullable("api_key")
		.indexed("enterprise_connection_id")
		.build();

	static final Shape GROUP_ROLE_MAPPING = Shape.of("directory_group_role_mapping", "dgrm")
		.nullable("directory_id", "directory_group_id", "directory_group_display_name", "precedence")
		.hidden("role_id")
		.indexed("directory_id", "role_id")
		.build();

	static final Shape LINK = Shape.of("admin_portal_link", "apl").hidden("owner_id").indexed("owner_id").build();

	static final Shape LINK_TOKEN = Shape.of("admin_portal_link_token", "aplt")
		.nullable("admin_portal_link_id", "instance_id", "organization_id", "it_contact_id", "scopes")
		.with("revoked", false)
		.nullable("revocation_reason", "expiration")
		.indexed("organization_id")
		.build();

	private DirectoryShapes() {
	}

}
