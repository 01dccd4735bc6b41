package io.github.clerkspring.emulator.routes;

import java.util.List;

import io.github.clerkspring.emulator.store.Shape;

/**
 * Roles and permissions of organizations.
 */
final class RoleShapes {

	static final Shape ROLE = Shape.of("role", "role")
		.nullable("name", "key", "description")
		.with("is_creator_eligible", false)
		.with("permissions", List.of())
		.indexed("key", "permissions")
		.build();

	static final Shape PERMISSION = Shape.of("permission", "perm")
		.nullable("name", "key")
		.with("description", "")
		.with("type", "user")
		.indexed("key")
		.build();

	private RoleShapes() {
	}

}
