package io.github.clerkspring.emulator.instance;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.tokens.SigningKeys;

/**
 * The key set of the Backend API. That of the Frontend API is served outside of it.
 */
final class JwksRoutes implements Family {

	@Override
	public void register(Operations routes) {
		routes.get("/jwks", (tx, call) -> Json.of(SigningKeys.of(tx).toJson()));
	}

}
