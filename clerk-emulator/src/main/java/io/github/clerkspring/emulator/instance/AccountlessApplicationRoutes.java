package io.github.clerkspring.emulator.instance;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Applications without an account, which SDKs make for themselves when they find no keys.
 * The application that they get is the emulated instance.
 */
final class AccountlessApplicationRoutes implements Family {

	private static final String PATH = "/accountless_applications";

	private static final String DASHBOARD = "https://dashboard.clerk.com/apps/claim?token=";

	@Override
	public void register(Operations routes) {
		routes.add("POST", PATH, (tx, call) -> application(tx), (route) -> route.access(Access.PUBLIC));
		routes.post(PATH + "/complete", (tx, call) -> application(tx));
	}

	private JsonNode application(Transaction tx) {
		String token = tx.ids().token(32);
		return Json.object()
			.put("object", "accountless_application")
			.put("publishable_key", Settings.of(tx).publishableKey())
			.put("secret_key", Settings.of(tx).secretKey())
			.put("claim_url", DASHBOARD + token)
			.put("api_keys_url", DASHBOARD + token + "&return_url=api-keys");
	}

}
