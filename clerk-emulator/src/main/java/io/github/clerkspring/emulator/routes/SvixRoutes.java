package io.github.clerkspring.emulator.routes;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * The account at Svix that an instance may have. The emulator delivers webhooks itself,
 * with or without one.
 */
final class SvixRoutes implements RouteFamily {

	private static final String APP = "svix_app";

	private final Emulation emulation;

	private final InstanceSettings settings;

	SvixRoutes(Emulation emulation, InstanceSettings settings) {
		this.emulation = emulation;
		this.settings = settings;
	}

	@Override
	public void register(RouteTable routes) {
		routes.post("/webhooks/svix", this::create);
		routes.add("DELETE", "/webhooks/svix", this::delete, (route) -> route.status(204));
		routes.post("/webhooks/svix_url", (call) -> address(app()));
	}

	private JsonNode create(ApiCall call) {
		if (instance().text(APP) != null) {
			throw ApiException.badRequest("svix_app_exists", "Only one Svix app is allowed per instance.");
		}
		String app = this.emulation.ids().next("app");
		this.settings.update(InstanceShapes.INSTANCE, (draft) -> draft.set(APP, app));
		return address(app);
	}

	private @Nullable JsonNode delete(ApiCall call) {
		app();
		this.settings.update(InstanceShapes.INSTANCE, (draft) -> draft.set(APP, null));
		return null;
	}

	private JsonNode address(String app) {
		return Json.object()
			.put("svix_url", "https://app.svix.com/login#app=" + app + "&key=" + this.emulation.ids().token(32));
	}

	private String app() {
		String app = instance().text(APP);
		if (app == null) {
			throw ApiException.badRequest("svix_app_missing", "No Svix apps are associated with the current instance.");
		}
		return app;
	}

	private Resource instance() {
		return this.settings.get(InstanceShapes.INSTANCE);
	}

}
