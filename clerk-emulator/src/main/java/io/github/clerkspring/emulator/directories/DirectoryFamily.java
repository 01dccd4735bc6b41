package io.github.clerkspring.emulator.directories;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.organizations.OrganizationShapes;
import io.github.clerkspring.emulator.store.Relations;

/**
 * Directories, the roles of their groups, and links into the admin portal.
 */
public final class DirectoryFamily implements Family {

	@Override
	public void register(Operations routes) {
		DirectoryRoutes.directories().register(routes);
		DirectoryRoutes.scimDirectories().register(routes);
		new AdminPortalLinkRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		GroupRoleMappings.relate(relations);
		relations.removeWith(OrganizationShapes.ORGANIZATION, DirectoryShapes.LINK_TOKEN, "organization_id");
	}

}
