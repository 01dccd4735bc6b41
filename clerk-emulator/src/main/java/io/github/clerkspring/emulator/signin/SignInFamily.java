package io.github.clerkspring.emulator.signin;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;

/**
 * Tickets that open sessions, and sign-ups.
 */
public final class SignInFamily implements Family {

	@Override
	public void register(Operations routes) {
		new SignInTokenRoutes().register(routes);
		new AgentRoutes().register(routes);
		new SignUpRoutes().register(routes);
	}

}
