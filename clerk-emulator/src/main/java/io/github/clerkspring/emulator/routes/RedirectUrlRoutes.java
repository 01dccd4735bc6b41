package io.github.clerkspring.emulator.routes;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The addresses that users may be sent back to.
 */
final class RedirectUrlRoutes implements RouteFamily {

	private static final Fields CREATE = Fields.none().required(FieldType.STRING, "url");

	private final Emulation emulation;

	RedirectUrlRoutes(Emulation emulation) {
		this.emulation = emulation;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/redirect_urls", (call) -> Paging.of(call)
			.arrayOrEnvelope(Selection.of(table()), Ordering.NEWEST_FIRST, Resource::toJson));
		routes.post("/redirect_urls", this::create);
		routes.get("/redirect_urls/{id}", (call) -> redirectUrl(call).toJson());
		routes.delete("/redirect_urls/{id}",
				(call) -> this.emulation.delete(AccessShapes.REDIRECT_URL, redirectUrl(call)));
	}

	private JsonNode create(ApiCall call) {
		String url = call.body(CREATE).required("url");
		Urls.requireSecure("url", url);
		if (table().first("url", url) != null) {
			throw ApiException.parameter("form_already_exists", "url", "already exists",
					"There is already a redirect URL " + url);
		}
		return this.emulation.create(call, AccessShapes.REDIRECT_URL, (draft) -> draft.set("url", url)).toJson();
	}

	private Resource redirectUrl(ApiCall call) {
		return this.emulation.find(AccessShapes.REDIRECT_URL, call.path("id"));
	}

	private Table table() {
		return this.emulation.table(AccessShapes.REDIRECT_URL);
	}

}
