package io.github.clerkspring.emulator.instance;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Urls;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The addresses that users may be sent back to.
 */
final class RedirectUrlRoutes implements Family {

	private static final Fields CREATE = Fields.none().required(FieldType.STRING, "url");

	@Override
	public void register(Operations routes) {
		routes.get("/redirect_urls", (tx, call) -> Paging.of(call)
			.arrayOrEnvelope(Selection.of(table(tx)), Ordering.NEWEST_FIRST, Resource::toJson));
		routes.post("/redirect_urls", this::create);
		routes.get("/redirect_urls/{id}", (tx, call) -> redirectUrl(tx, call).toJson());
		routes.delete("/redirect_urls/{id}", (tx, call) -> tx.delete(redirectUrl(tx, call)));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		String url = call.body(CREATE).required("url");
		Urls.requireSecure("url", url);
		if (table(tx).first("url", url) != null) {
			throw ApiException.parameter("form_already_exists", "url", "already exists",
					"There is already a redirect URL " + url);
		}
		return call.create(tx, InstanceShapes.REDIRECT_URL, (draft) -> draft.set("url", url)).toJson();
	}

	private Resource redirectUrl(Transaction tx, ApiCall call) {
		return tx.find(InstanceShapes.REDIRECT_URL, call.path("id"));
	}

	private Table table(Transaction tx) {
		return tx.table(InstanceShapes.REDIRECT_URL);
	}

}
