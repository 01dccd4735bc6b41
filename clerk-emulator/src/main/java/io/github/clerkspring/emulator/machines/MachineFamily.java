package io.github.clerkspring.emulator.machines;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;

/**
 * Machines, their tokens, and API keys.
 */
public final class MachineFamily implements Family {

	@Override
	public void register(Operations routes) {
		new MachineRoutes().register(routes);
		new MachineTokenRoutes().register(routes);
		new ApiKeyRoutes().register(routes);
		Machines.register(routes);
	}

}
