package io.github.clerkspring.emulator.enterprise;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Relations;

/**
 * Connections to identity providers.
 */
public final class EnterpriseFamily implements Family {

	@Override
	public void register(Operations routes) {
		new EnterpriseConnectionRoutes().register(routes);
		new SamlConnectionRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		Connections.relate(relations);
	}

}
