package io.github.clerkspring.emulator.roles;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Relations;

/**
 * Roles, permissions and role sets.
 */
public final class RoleFamily implements Family {

	@Override
	public void register(Operations routes) {
		new PermissionRoutes().register(routes);
		new RoleRoutes().register(routes);
		new RoleSetRoutes().register(routes);
		new OrganizationSettingsRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		relations.onStart(Permissions::initialize);
		relations.onStart(Roles::initialize);
		relations.onStart(RoleSets::initialize);
		relations.onRemove(RoleShapes.PERMISSION,
				(tx, permission) -> Roles.table(tx)
					.by("permissions", permission.id())
					.forEach((role) -> tx.update(role,
							(draft) -> draft.set("permissions", RoleRoutes.without(role, permission)))));
		relations.onRemove(RoleShapes.ROLE,
				(tx, role) -> RoleSets.table(tx)
					.by("roles", role.id())
					.forEach((set) -> RoleSets.update(tx, set,
							(draft) -> draft.set("roles", RoleSetRoutes.without(set, role)))));
	}

}
