package io.github.clerkspring.emulator.users;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Relations;

/**
 * Users, their credentials and their contacts.
 */
public final class UserFamily implements Family {

	@Override
	public void register(Operations routes) {
		new UserRoutes().register(routes);
		new UserCredentialRoutes().register(routes);
		new UserAttachmentRoutes().register(routes);
		ContactRoutes.emailAddresses().register(routes);
		ContactRoutes.phoneNumbers().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		UserRoutes.OWNED.forEach((shape) -> relations.removeWith(UserShapes.USER, shape, "user_id"));
	}

}
