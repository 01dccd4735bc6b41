package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Shape;

/**
 * Users: lists, reading, creating, changing, deleting, banning, locking.
 */
final class UserRoutes implements RouteFamily {

	private static final List<Shape> OWNED = List.of(UserShapes.EMAIL_ADDRESS, UserShapes.PHONE_NUMBER,
			UserShapes.WEB3_WALLET, UserShapes.PASSKEY, UserShapes.EXTERNAL_ACCOUNT, UserShapes.TRUSTED_DEVICE);

	private static final Fields IDS = Fields.none().required(FieldType.STRINGS, "user_ids");

	private final Emulation emulation;

	private final UserView view;

	private final Sessions sessions;

	private final UserWriter writer;

	private final UserFilters filters;

	private final Ordering ordering;

	UserRoutes(Emulation emulation, UserView view, Sessions sessions) {
		this.sessions = sessions;
		this.emulation = emulation;
		this.view = view;
		this.writer = new UserWriter(emulation, new Contacts(emulation));
		this.filters = new UserFilters(emulation, view);
		this.ordering = Ordering.NEWEST_FIRST
			.by("first_name", "last_name", "username", "last_active_at", "last_sign_in_at")
			.by("updated_at", Resource::updatedAt)
			.by("email_address", contact(0))
			.by("phone_number", contact(1))
			.by("web3wallet", contact(2));
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/users", this::list);
		routes.get("/users/count", this::count);
		routes.post("/users", this::create);
		routes.get("/users/{user_id}", (call) -> this.view.show(user(call)));
		routes.patch("/users/{user_id}", (call) -> updated(this.writer.update(call, user(call))));
		routes.delete("/users/{user_id}", this::delete);
		routes.patch("/users/{user_id}/metadata", (call) -> metadata(call, true));
		routes.put("/users/{user_id}/metadata", (call) -> metadata(call, false));
		routes.post("/users/{user_id}/ban", (call) -> ban(user(call), true));
		routes.post("/users/{user_id}/unban", (call) -> ban(user(call), false));
		change(routes, "lock", (draft) -> draft.set("locked", true).set("lockout_expires_in_seconds", 3600L));
		change(routes, "unlock", (draft) -> draft.set("locked", false).set("lockout_expires_in_seconds", null));
		routes.post("/users/ban", (call) -> bulk(call, true));
		routes.post("/users/unban", (call) -> bulk(call, false));
		routes.post("/users/{user_id}/profile_image", (call) -> {
			call.upload().requiredFile("file");
			return change(user(call), (draft) -> draft.set("has_image", true));
		});
		routes.delete("/users/{user_id}/profile_image",
				(call) -> change(user(call), (draft) -> draft.set("has_image", false)));
		this.emulation.table(UserShapes.USER).onRemove(this::removeOwned);
	}

	private JsonNode list(ApiCall call) {
		String cursor = call.query().text("starting_after");
		Resource after = null;
		if (cursor != null) {
			after = this.emulation.table(UserShapes.USER).find(cursor);
			String order = call.query().text("order_by");
			if (after == null || (order != null && !order.endsWith("created_at"))) {
				throw ApiException.value("starting_after", cursor);
			}
		}
		List<Resource> page = Paging.of(call).page(this.filters.select(call.query()), this.ordering, after);
		return Json.array(page.stream().map(this.view::show).toList());
	}

	private JsonNode count(ApiCall call) {
		return Json.object().put("object", "total_count").put("total_count", this.filters.select(call.query()).count());
	}

	private JsonNode create(ApiCall call) {
		ObjectNode user = this.view.show(this.writer.create(call));
		this.emulation.events().publish("user.created", user);
		return user;
	}

	private JsonNode delete(ApiCall call) {
		Resource user = user(call);
		ObjectNode answer = this.emulation.delete(UserShapes.USER, user);
		String externalId = user.text("external_id");
		if (externalId != null) {
			answer.put("external_id", externalId);
		}
		this.emulation.events().publish("user.deleted", answer);
		return answer;
	}

	private JsonNode metadata(ApiCall call, boolean merge) {
		Resource user = user(call);
		Fields fields = UserWriter.METADATA_FIELDS;
		return change(user, (draft) -> UserWriter.metadata(call.body(fields), draft, user, merge));
	}

	private JsonNode bulk(ApiCall call, boolean banned) {
		List<Resource> users = call.body(IDS)
			.texts("user_ids")
			.stream()
			.map((id) -> this.emulation.find(UserShapes.USER, id))
			.toList();
		return Json.array(users.stream().map((user) -> ban(user, banned)).toList());
	}

	private ObjectNode ban(Resource user, boolean banned) {
		if (banned) {
			this.sessions.revokeAll(user.id());
		}
		return change(user, (draft) -> draft.set("banned", banned));
	}

	private void change(RouteTable routes, String verb, Consumer<Draft> changes) {
		routes.post("/users/{user_id}/" + verb, (call) -> change(user(call), changes));
	}

	private ObjectNode change(Resource user, Consumer<Draft> changes) {
		return updated(this.emulation.table(UserShapes.USER).update(user, changes));
	}

	private ObjectNode updated(Resource user) {
		ObjectNode node = this.view.show(user);
		this.emulation.events().publish("user.updated", node);
		return node;
	}

	private void removeOwned(Resource user) {
		OWNED.forEach((shape) -> this.view.owned(shape, user).forEach(this.emulation.table(shape)::remove));
	}

	private Function<Resource, Comparable<?>> contact(int kind) {
		Shape shape = OWNED.get(kind);
		return (user) -> this.view.owned(shape, user)
			.stream()
			.findFirst()
			.map((found) -> found.required(shape.object()))
			.orElse("");
	}

	private Resource user(ApiCall call) {
		return this.emulation.find(UserShapes.USER, call.path("user_id"));
	}

}
