package io.github.clerkspring.emulator.sessions;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Relations;

/**
 * Sessions, clients, session tokens and JWT templates.
 */
public final class SessionFamily implements Family {

	@Override
	public void register(Operations routes) {
		new SessionRoutes().register(routes);
		new SessionRefreshRoutes().register(routes);
		new ClientRoutes().register(routes);
		new JwtTemplateRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		Sessions.relate(relations);
	}

}
