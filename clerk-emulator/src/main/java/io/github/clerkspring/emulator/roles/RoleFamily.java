package io.github.clerkspring.emulator.roles;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;

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
		routes.relations().onStart(Permissions::initialize);
		routes.relations().onStart(Roles::initialize);
		routes.relations().onStart(RoleSets::initialize);
	}

}
