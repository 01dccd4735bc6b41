package io.github.clerkspring.emulator.machines;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Machines.
 */
final class MachineRoutes implements Family {

	private static final String ONE = "/machines/{machine_id}";

	private static final int MAXIMUM_SCOPES = 150;

	private static final long MAXIMUM_LIFETIME = 315_360_000;

	private static final long MAXIMUM_GRACE = 28_800;

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "name")
		.optional(FieldType.STRINGS, "scoped_machines")
		.optional(FieldType.INTEGER, "default_token_ttl")
		.length(1, 255, "name")
		.range(1, MAXIMUM_LIFETIME, "default_token_ttl")
		.reference(MachineShapes.MACHINE, "scoped_machines");

	private static final Fields UPDATE = Fields.none()
		.optional(FieldType.STRING, "name")
		.optional(FieldType.INTEGER, "default_token_ttl")
		.length(1, 255, "name")
		.range(1, MAXIMUM_LIFETIME, "default_token_ttl");

	private static final Fields ROTATE = Fields.none()
		.required(FieldType.INTEGER, "previous_token_ttl")
		.range(0, MAXIMUM_GRACE, "previous_token_ttl");

	private static final Fields ALLOW = Fields.none()
		.required(FieldType.STRING, "to_machine_id")
		.reference(MachineShapes.MACHINE, "to_machine_id");

	@Override
	public void register(Operations routes) {
		routes.get("/machines", this::list);
		routes.post("/machines", this::create);
		routes.get(ONE, (tx, call) -> Machines.show(tx, machine(tx, call)));
		routes.patch(ONE, this::update);
		routes.delete(ONE, (tx, call) -> tx.delete(machine(tx, call)));
		routes.get(ONE + "/secret_key", (tx, call) -> secretKey(Machines.secretKey(machine(tx, call))));
		routes.post(ONE + "/secret_key/rotate", this::rotate);
		routes.post(ONE + "/scopes", this::allow);
		routes.delete(ONE + "/scopes/{other_machine_id}", this::forbid);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		Selection selection = Selection.of(Machines.table(tx));
		Search.narrow(selection, call.query().text("query"), "name");
		return Paging.of(call).envelope(selection, Ordering.NEWEST_FIRST.by("name"), (each) -> Machines.show(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(tx, CREATE, null);
		List<String> scopes = body.texts("scoped_machines").stream().distinct().toList();
		if (scopes.size() > MAXIMUM_SCOPES) {
			throw tooManyScopes();
		}
		List<Resource> others = scopes.stream().map((id) -> tx.find(MachineShapes.MACHINE, id)).toList();
		Resource machine = call.create(tx, MachineShapes.MACHINE, (draft) -> {
			body.copy(draft, "name", "default_token_ttl");
			draft.set("instance_id", Settings.of(tx).instanceId());
			draft.set("secret_keys", List.of(Machines.newSecretKey(tx)));
		});
		others.forEach((other) -> Machines.allow(tx, machine, other));
		return Machines.show(tx, machine).put("secret_key", Machines.secretKey(machine));
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource machine = machine(tx, call);
		Body body = call.body(UPDATE);
		return Machines.show(tx, tx.update(machine, (draft) -> body.copy(draft, "name", "default_token_ttl")));
	}

	private JsonNode rotate(Transaction tx, ApiCall call) {
		Resource machine = machine(tx, call);
		Long grace = call.body(ROTATE).number("previous_token_ttl");
		return secretKey(Machines.rotate(tx, machine, (grace != null) ? grace : 0));
	}

	private JsonNode allow(Transaction tx, ApiCall call) {
		Resource machine = machine(tx, call);
		String id = call.body(tx, ALLOW, null).required("to_machine_id");
		Resource other = tx.find(MachineShapes.MACHINE, id);
		if (Machines.scope(tx, machine.id(), other.id()) != null) {
			throw new ApiException(409, "conflict", "Conflict",
					"The machine " + machine.id() + " may talk to " + other.id() + " already.");
		}
		if (Machines.countScopes(tx, machine) >= MAXIMUM_SCOPES) {
			throw tooManyScopes();
		}
		return show(Machines.allow(tx, machine, other));
	}

	private JsonNode forbid(Transaction tx, ApiCall call) {
		String other = call.path("other_machine_id");
		Resource scope = Machines.scope(tx, machine(tx, call).id(), other);
		if (scope == null) {
			throw ApiException.notFound("machine scope", other);
		}
		tx.remove(scope);
		ObjectNode node = show(scope).put("deleted", true);
		node.remove("created_at");
		return node;
	}

	private Resource machine(Transaction tx, ApiCall call) {
		return tx.find(MachineShapes.MACHINE, call.path("machine_id"));
	}

	private static ObjectNode show(Resource scope) {
		ObjectNode node = scope.toJson();
		node.remove(List.of("id", "updated_at"));
		return node;
	}

	private static JsonNode secretKey(String key) {
		return Json.object().put("object", "machine_secret_key").put("secret", key);
	}

	private static ApiException tooManyScopes() {
		return ApiException.parameter("form_param_array_size_exceeded", "scoped_machines", "exceeds maximum size",
				"A machine may talk to at most " + MAXIMUM_SCOPES + " others.");
	}

}
