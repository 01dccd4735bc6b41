package io.github.clerkspring.emulator.routes;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;

/**
 * Machines.
 */
final class MachineRoutes implements RouteFamily {

	private static final String ONE = "/machines/{machine_id}";

	private static final int MAXIMUM_SCOPES = 150;

	private static final long MAXIMUM_LIFETIME = 315_360_000;

	private static final long MAXIMUM_GRACE = 28_800;

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "name")
		.optional(FieldType.STRINGS, "scoped_machines")
		.optional(FieldType.INTEGER, "default_token_ttl");

	private static final Fields UPDATE = Fields.none()
		.optional(FieldType.STRING, "name")
		.optional(FieldType.INTEGER, "default_token_ttl");

	private final Emulation emulation;

	private final Machines machines;

	MachineRoutes(Emulation emulation, Machines machines) {
		this.emulation = emulation;
		this.machines = machines;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/machines", this::list);
		routes.post("/machines", this::create);
		routes.get(ONE, (call) -> this.machines.show(machine(call)));
		routes.patch(ONE, this::update);
		routes.delete(ONE, (call) -> this.emulation.delete(MachineShapes.MACHINE, machine(call)));
		routes.get(ONE + "/secret_key", (call) -> secretKey(this.machines.secretKey(machine(call))));
		routes.post(ONE + "/secret_key/rotate", this::rotate);
		routes.post(ONE + "/scopes", this::allow);
		routes.delete(ONE + "/scopes/{other_machine_id}", this::forbid);
	}

	private JsonNode list(ApiCall call) {
		Selection selection = Selection.of(this.machines.table());
		Search.narrow(selection, call.query().text("query"), "name");
		return Paging.of(call).envelope(selection, Ordering.NEWEST_FIRST.by("name"), this.machines::show);
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(CREATE);
		check(body);
		List<String> scopes = body.texts("scoped_machines").stream().distinct().toList();
		if (scopes.size() > MAXIMUM_SCOPES) {
			throw tooManyScopes();
		}
		List<Resource> others = scopes.stream().map((id) -> other("scoped_machines", id)).toList();
		Resource machine = this.emulation.create(call, MachineShapes.MACHINE, (draft) -> {
			body.copy(draft, "name", "default_token_ttl");
			draft.set("instance_id", this.emulation.settings().instanceId());
			draft.set("secret_keys", List.of(this.machines.newSecretKey()));
		});
		others.forEach((other) -> this.machines.allow(machine, other));
		return this.machines.show(machine).put("secret_key", this.machines.secretKey(machine));
	}

	private JsonNode update(ApiCall call) {
		Resource machine = machine(call);
		Body body = call.body(UPDATE);
		check(body);
		return this.machines
			.show(this.machines.table().update(machine, (draft) -> body.copy(draft, "name", "default_token_ttl")));
	}

	private JsonNode rotate(ApiCall call) {
		Resource machine = machine(call);
		Body body = call.body(Fields.none().required(FieldType.INTEGER, "previous_token_ttl"));
		Long grace = body.number("previous_token_ttl", 0, MAXIMUM_GRACE);
		return secretKey(this.machines.rotate(machine, (grace != null) ? grace : 0));
	}

	private JsonNode allow(ApiCall call) {
		Resource machine = machine(call);
		String id = call.body(Fields.none().required(FieldType.STRING, "to_machine_id")).required("to_machine_id");
		Resource other = other("to_machine_id", id);
		if (this.machines.scope(machine.id(), other.id()) != null) {
			throw new ApiException(409, "conflict", "Conflict",
					"The machine " + machine.id() + " may talk to " + other.id() + " already.");
		}
		if (this.machines.countScopes(machine) >= MAXIMUM_SCOPES) {
			throw tooManyScopes();
		}
		return show(this.machines.allow(machine, other));
	}

	private JsonNode forbid(ApiCall call) {
		String other = call.path("other_machine_id");
		Resource scope = this.machines.scope(machine(call).id(), other);
		if (scope == null) {
			throw ApiException.notFound("machine scope", other);
		}
		this.machines.scopes().remove(scope);
		ObjectNode node = show(scope).put("deleted", true);
		node.remove("created_at");
		return node;
	}

	private static void check(Body body) {
		body.requireLength("name", 1, 255);
		body.number("default_token_ttl", 1, MAXIMUM_LIFETIME);
	}

	private Resource other(String parameter, String id) {
		Resource other = this.machines.table().find(id);
		if (other == null) {
			throw ApiException.missingResource(parameter);
		}
		return other;
	}

	private Resource machine(ApiCall call) {
		return this.emulation.find(MachineShapes.MACHINE, call.path("machine_id"));
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
