package io.github.clerkspring.emulator.routes;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * Applications without an account, which SDKs make for themselves when they find no keys.
 * The application that they get is the emulated instance.
 */
final class AccountlessApplicationRoutes implements RouteFamily {

	private static final String PATH = "/accountless_applications";

	private static final String DASHBOARD = "https://dashboard.clerk.com/apps/claim?token=";

	private final Emulation emulation;

	AccountlessApplicationRoutes(Emulation emulation) {
		this.emulation = emulation;
	}

	@Override
	public void register(RouteTable routes) {
		routes.add("POST", PATH, (call) -> application(), (route) -> route.access(Access.PUBLIC));
		routes.post(PATH + "/complete", (call) -> application());
	}

	private JsonNode application() {
		String token = this.emulation.ids().token(32);
		return Json.object()
			.put("object", "accountless_application")
			.put("publishable_key", this.emulation.settings().publishableKey())
			.put("secret_key", this.emulation.settings().secretKey())
			.put("claim_url", DASHBOARD + token)
			.put("api_keys_url", DASHBOARD + token + "&return_url=api-keys");
	}

}
