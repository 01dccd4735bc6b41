package io.github.clerkspring.emulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Json;

/**
 * Whether the emulator runs, what applications need to know to use it, and a new start.
 */
final class InstanceControl implements Family {

	private final ClerkEmulator clerk;

	InstanceControl(ClerkEmulator clerk) {
		this.clerk = clerk;
	}

	@Override
	public void register(Operations routes) {
		routes.get("/health", (tx, call) -> Json.object().put("status", "up"));
		routes.get("/instance",
				(tx, call) -> Json.object()
					.put("base_url", this.clerk.baseUrl())
					.put("secret_key", this.clerk.secretKey())
					.put("publishable_key", this.clerk.publishableKey())
					.put("issuer", this.clerk.issuer())
					.put("jwks_url", this.clerk.jwksUrl())
					.put("jwt_key", this.clerk.jwtKey())
					.put("webhook_secret", this.clerk.core().publicWebhookSecret())
					.put("version", Core.version()));
		routes.add("POST", "/reset", (tx, call) -> reset(call), (route) -> route.status(204));
	}

	private @Nullable JsonNode reset(ApiCall call) {
		call.body(Fields.none());
		this.clerk.reset();
		return null;
	}

}
