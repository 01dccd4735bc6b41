package io.github.clerkspring.emulator.oauth;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;

/**
 * OAuth applications and access tokens.
 */
public final class OAuthFamily implements Family {

	@Override
	public void register(Operations routes) {
		new OAuthApplicationRoutes().register(routes);
	}

}
