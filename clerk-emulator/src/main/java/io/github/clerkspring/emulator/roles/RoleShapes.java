package io.github.clerkspring.emulator.roles;

import java.util.List;

import io.github.clerkspring.emulator.store.Shape;

/**
 * Roles, permissions and role sets of organizations. They point to one another by id.
 */
public final class RoleShapes {

	public static final Shape ROLE = Shape.of("role", "role")
		.nullable("name", "key", "description")
		.with("permissions", List.of())
		.indexed("key", "permissions")
		.build();

	public static final Shape PERMISSION = Shape.of("permission", "perm")
		.nullable("name", "key")
		.with("description", "")
		.with("type", "user")
		.indexed("key")
		.build();

	public static final Shape ROLE_SET = Shape.of("role_set", "rset")
		.nullable("name", "key", "description")
		.with("roles", List.of())
		.nullable("default_role", "creator_role")
		.with("type", "custom")
		.nullable("role_set_migration")
		.indexed("key", "roles", "default_role", "creator_role", "type")
		.build();

	private RoleShapes() {
	}

}
