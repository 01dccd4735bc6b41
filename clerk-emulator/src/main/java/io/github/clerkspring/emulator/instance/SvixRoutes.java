package io.github.clerkspring.emulator.instance;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The account at Svix that an instance may have. The emulator delivers webhooks itself,
 * with or without one.
 */
final class SvixRoutes implements Family {

	private static final String APP = "svix_app";

	@Override
	public void register(Operations routes) {
		routes.post("/webhooks/svix", this::create);
		routes.add("DELETE", "/webhooks/svix", this::delete, (route) -> route.status(204));
		routes.post("/webhooks/svix_url", (tx, call) -> address(tx, app(tx)));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		if (instance(tx).text(APP) != null) {
			throw ApiException.badRequest("svix_app_exists", "Only one Svix app is allowed per instance.");
		}
		String app = tx.ids().next("app");
		InstanceSettings.update(tx, InstanceShapes.INSTANCE, (draft) -> draft.set(APP, app));
		return address(tx, app);
	}

	private @Nullable JsonNode delete(Transaction tx, ApiCall call) {
		app(tx);
		InstanceSettings.update(tx, InstanceShapes.INSTANCE, (draft) -> draft.set(APP, null));
		return null;
	}

	private JsonNode address(Transaction tx, String app) {
		return Json.object().put("svix_url", "https://app.svix.com/login#app=" + app + "&key=" + tx.ids().token(32));
	}

	private String app(Transaction tx) {
		String app = instance(tx).text(APP);
		if (app == null) {
			throw ApiException.badRequest("svix_app_missing", "No Svix apps are associated with the current instance.");
		}
		return app;
	}

	private Resource instance(Transaction tx) {
		return InstanceSettings.get(tx, InstanceShapes.INSTANCE);
	}

}
