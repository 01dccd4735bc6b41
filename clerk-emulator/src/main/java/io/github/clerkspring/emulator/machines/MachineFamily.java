package io.github.clerkspring.emulator.machines;

import java.util.List;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.organizations.OrganizationShapes;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Machines, their tokens, and API keys.
 */
public final class MachineFamily implements Family {

	@Override
	public void register(Operations routes) {
		new MachineRoutes().register(routes);
		new MachineTokenRoutes().register(routes);
		new ApiKeyRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		Machines.relate(relations);
		MachineTokens.CREDENTIALS.removeWith(relations, MachineShapes.MACHINE);
		List.of(UserShapes.USER, OrganizationShapes.ORGANIZATION, MachineShapes.MACHINE)
			.forEach((each) -> ApiKeys.CREDENTIALS.removeWith(relations, each));
	}

}
