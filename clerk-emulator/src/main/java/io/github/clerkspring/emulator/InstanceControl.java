package io.github.clerkspring.emulator;

import io.github.clerkspring.emulator.api.RouteFamily;
import io.github.clerkspring.emulator.api.RouteTable;
import io.github.clerkspring.emulator.store.Json;

/**
 * Whether the emulator runs, and what applications need to know to use it.
 */
final class InstanceControl implements RouteFamily {

	private final ClerkEmulator clerk;

	InstanceControl(ClerkEmulator clerk) {
		this.clerk = clerk;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/health", (call) -> Json.object().put("status", "up"));
		routes.get("/instance",
				(call) -> Json.object()
					.put("base_url", this.clerk.baseUrl())
					.put("secret_key", this.clerk.secretKey())
					.put("publishable_key", this.clerk.publishableKey())
					.put("issuer", this.clerk.issuer())
					.put("jwks_url", this.clerk.jwksUrl())
					.put("version", ClerkEmulator.version()));
	}

}
