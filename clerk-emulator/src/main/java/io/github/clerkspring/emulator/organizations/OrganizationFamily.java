package io.github.clerkspring.emulator.organizations;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.roles.RoleUse;
import io.github.clerkspring.emulator.store.Relations;

/**
 * Organizations, their members, invitations and domains.
 */
public final class OrganizationFamily implements Family {

	@Override
	public void register(Operations routes) {
		new OrganizationRoutes().register(routes);
		new MembershipRoutes().register(routes);
		new OrganizationInvitationRoutes().register(routes);
		new OrganizationDomainRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		Memberships.relate(relations);
		relations.provide(RoleUse.class, new OrganizationRoles());
		OrganizationRoutes.PARTS
			.forEach((part) -> relations.removeWith(OrganizationShapes.ORGANIZATION, part, "organization_id"));
	}

}
