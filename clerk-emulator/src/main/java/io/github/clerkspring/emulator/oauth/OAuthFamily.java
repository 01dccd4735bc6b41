package io.github.clerkspring.emulator.oauth;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * OAuth applications and access tokens.
 */
public final class OAuthFamily implements Family {

	@Override
	public void register(Operations routes) {
		new OAuthApplicationRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		AccessTokens.CREDENTIALS.removeWith(relations, UserShapes.USER);
	}

}
