package io.github.clerkspring.emulator.access;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;

/**
 * Who may sign up: invitations, the waiting list, allowlist and blocklist.
 */
public final class AccessFamily implements Family {

	@Override
	public void register(Operations routes) {
		new InvitationRoutes().register(routes);
		new WaitlistRoutes().register(routes);
		new IdentifierListRoutes().register(routes);
	}

}
