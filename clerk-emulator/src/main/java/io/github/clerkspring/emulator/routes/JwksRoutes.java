package io.github.clerkspring.emulator.routes;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * The key set of the Backend API. That of the Frontend API is served outside of it.
 */
final class JwksRoutes implements RouteFamily {

	private final Emulation emulation;

	JwksRoutes(Emulation emulation) {
		this.emulation = emulation;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/jwks", (call) -> Json.of(this.emulation.keys().toJson()));
	}

}
