package io.github.clerkspring.emulator.users;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.instance.LiveSessions;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Users: lists, reading, creating, changing, deleting, banning, locking.
 */
final class UserRoutes implements Family {

	static final List<Shape> OWNED = List.of(UserShapes.EMAIL_ADDRESS, UserShapes.PHONE_NUMBER, UserShapes.WEB3_WALLET,
			UserShapes.PASSKEY, UserShapes.EXTERNAL_ACCOUNT, UserShapes.TRUSTED_DEVICE);

	private static final Fields IDS = Fields.none().required(FieldType.STRINGS, "user_ids");

	@Override
	public void register(Operations routes) {
		routes.get("/users", this::list);
		routes.get("/users/count", this::count);
		routes.post("/users", this::create);
		routes.get("/users/{user_id}", (tx, call) -> UserView.show(tx, user(tx, call)));
		routes.patch("/users/{user_id}", (tx, call) -> updated(tx, UserWriter.update(tx, call, user(tx, call))));
		routes.delete("/users/{user_id}", this::delete);
		routes.patch("/users/{user_id}/metadata", (tx, call) -> metadata(tx, call, true));
		routes.put("/users/{user_id}/metadata", (tx, call) -> metadata(tx, call, false));
		routes.post("/users/{user_id}/ban", (tx, call) -> ban(tx, user(tx, call), true));
		routes.post("/users/{user_id}/unban", (tx, call) -> ban(tx, user(tx, call), false));
		change(routes, "lock", (draft) -> draft.set("locked", true).set("lockout_expires_in_seconds", 3600L));
		change(routes, "unlock", (draft) -> draft.set("locked", false).set("lockout_expires_in_seconds", null));
		routes.add("POST", "/users/ban", (tx, call) -> bulk(tx, call, true), Route::badRequests);
		routes.add("POST", "/users/unban", (tx, call) -> bulk(tx, call, false), Route::badRequests);
		routes.post("/users/{user_id}/profile_image", (tx, call) -> {
			call.upload().requireImage("file", 400);
			return change(tx, user(tx, call), (draft) -> draft.set("has_image", true));
		});
		routes.delete("/users/{user_id}/profile_image",
				(tx, call) -> change(tx, user(tx, call), (draft) -> draft.set("has_image", false)));
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		String cursor = call.query().text("starting_after");
		Resource after = null;
		if (cursor != null) {
			after = tx.table(UserShapes.USER).find(cursor);
			String order = call.query().text("order_by");
			if (after == null || (order != null && !order.endsWith("created_at"))) {
				throw ApiException.value("starting_after", cursor);
			}
		}
		List<Resource> page = Paging.of(call).page(UserFilters.select(tx, call.query()), ordering(tx), after);
		return Json.array(page.stream().map((each) -> UserView.show(tx, each)).toList());
	}

	private JsonNode count(Transaction tx, ApiCall call) {
		return Json.object()
			.put("object", "total_count")
			.put("total_count", UserFilters.select(tx, call.query()).count());
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		ObjectNode user = UserView.show(tx, UserWriter.create(tx, call));
		tx.publish("user.created", user);
		return user;
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource user = user(tx, call);
		ObjectNode answer = tx.delete(user);
		String externalId = user.text("external_id");
		if (externalId != null) {
			answer.put("external_id", externalId);
		}
		tx.publish("user.deleted", answer);
		return answer;
	}

	private JsonNode metadata(Transaction tx, ApiCall call, boolean merge) {
		Resource user = user(tx, call);
		Fields fields = UserWriter.METADATA_FIELDS;
		return change(tx, user, (draft) -> UserWriter.metadata(call.body(fields), draft, user, merge));
	}

	private JsonNode bulk(Transaction tx, ApiCall call, boolean banned) {
		List<Resource> users = call.body(IDS)
			.texts("user_ids")
			.stream()
			.map((id) -> tx.find(UserShapes.USER, id))
			.toList();
		return Json.array(users.stream().map((user) -> ban(tx, user, banned)).toList());
	}

	private ObjectNode ban(Transaction tx, Resource user, boolean banned) {
		if (banned) {
			LiveSessions.of(tx).revokeAll(tx, user.id());
		}
		return change(tx, user, (draft) -> draft.set("banned", banned));
	}

	private void change(Operations routes, String verb, Consumer<Draft> changes) {
		routes.post("/users/{user_id}/" + verb, (tx, call) -> change(tx, user(tx, call), changes));
	}

	private ObjectNode change(Transaction tx, Resource user, Consumer<Draft> changes) {
		return updated(tx, tx.update(user, changes));
	}

	private ObjectNode updated(Transaction tx, Resource user) {
		ObjectNode node = UserView.show(tx, user);
		tx.publish("user.updated", node);
		return node;
	}

	private static Function<Resource, Comparable<?>> contact(Transaction tx, int kind) {
		Shape shape = OWNED.get(kind);
		return (user) -> {
			Resource first = tx.table(shape).first("user_id", user.id());
			return (first != null) ? first.required(shape.object()) : "";
		};
	}

	private Resource user(Transaction tx, ApiCall call) {
		return tx.find(UserShapes.USER, call.path("user_id"));
	}

	private static Ordering ordering(Transaction tx) {
		return Ordering.NEWEST_FIRST.by("first_name", "last_name", "username", "last_active_at", "last_sign_in_at")
			.by("updated_at", Resource::updatedAt)
			.by("email_address", contact(tx, 0))
			.by("phone_number", contact(tx, 1))
			.by("web3wallet", contact(tx, 2));
	}

}
