package io.github.clerkspring.emulator.roles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Keyed;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.instance.InstanceSettings;
import io.github.clerkspring.emulator.instance.InstanceShapes;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Sets of roles that organizations choose from.
 */
final class RoleSetRoutes implements Family {

	private static final String ALL = "/role_sets";

	private static final String ONE = ALL + "/{role_set_key_or_id}";

	private static final String PREFIX = "role_set:";

	private static final String DEFAULT_KEY = "default_role_key";

	private static final String CREATOR_KEY = "creator_role_key";

	private static final Keyed KEYED = new Keyed(RoleShapes.ROLE_SET, PREFIX + "[a-z0-9_]+",
			PREFIX + " followed by lowercase letters, digits and underscores");

	private static final Fields CREATE = KEYED.rules(Fields.none()
		.required(FieldType.STRING, "name", DEFAULT_KEY, CREATOR_KEY)
		.optional(FieldType.STRING, "key", "type")
		.nullable(FieldType.STRING, "description")
		.required(FieldType.STRINGS, "roles")
		.oneOf("type", "initial", "custom"));

	private static final Fields UPDATE = KEYED.rules(Fields.none()
		.nullable(FieldType.STRING, "name", "key", "description", "type", DEFAULT_KEY, CREATOR_KEY)
		.oneOf("type", "initial"));

	private static final Fields ADD = Fields.none()
		.required(FieldType.STRINGS, "role_keys")
		.optional(FieldType.STRING, DEFAULT_KEY, CREATOR_KEY);

	private static final Fields REPLACE_ROLE = Fields.none().required(FieldType.STRING, "role_key", "to_role_key");

	private static final Fields REPLACE = Fields.none()
		.required(FieldType.STRING, "dest_role_set_key")
		.optional(FieldType.OBJECT, "reassignment_mappings");

	private static final int MAXIMUM_ROLES = 10;

	@Override
	public void register(Operations routes) {
		routes.get(ALL, (tx, call) -> KEYED.page(tx, call, (each) -> RoleSets.show(tx, each)));
		routes.post(ALL, this::create);
		routes.get(ONE, (tx, call) -> RoleSets.show(tx, set(tx, call)));
		routes.patch(ONE, this::update);
		routes.post(ONE + "/replace", this::replace);
		routes.post(ONE + "/roles", this::addRoles);
		routes.post(ONE + "/roles/replace", this::replaceRole);
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(tx, CREATE, null);
		String key = (body.has("key")) ? body.required("key") : generatedKey(tx, body.required("name"));
		List<Resource> roles = roles(tx, body, "roles");
		Map<String, String> appointed = appointed(tx, body, roles);
		requireQuota(tx);
		Resource set = call.create(tx, RoleShapes.ROLE_SET, (draft) -> {
			draft.set("key", key).set("roles", roles.stream().map(Resource::id).toList());
			body.copy(draft, "name", "description");
			appointed.forEach(draft::set);
		});
		if ("initial".equals(body.text("type"))) {
			RoleSets.makeInitial(tx, set);
		}
		return RoleSets.show(tx, set);
	}

	private void requireQuota(Transaction tx) {
		long maximum = InstanceSettings.number(tx, InstanceShapes.ORGANIZATIONS, "max_role_sets_allowed");
		if (RoleSets.table(tx).size() >= maximum) {
			throw ApiException.forbidden("organization_instance_role_sets_quota_exceeded",
					"The instance can have " + maximum + " role sets.");
		}
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource set = set(tx, call);
		Body body = call.body(tx, UPDATE, set);
		List<Resource> roles = set.texts("roles").stream().map((id) -> tx.find(RoleShapes.ROLE, id)).toList();
		Map<String, String> appointed = appointed(tx, body, roles);
		RoleSets.update(tx, set, (draft) -> {
			body.copyValues(draft, "name", "key");
			body.copy(draft, "description");
			appointed.forEach(draft::set);
		});
		if ("initial".equals(body.text("type"))) {
			RoleSets.makeInitial(tx, set);
		}
		return RoleSets.show(tx, set);
	}

	private JsonNode addRoles(Transaction tx, ApiCall call) {
		Resource set = set(tx, call);
		Body body = call.body(ADD);
		List<Resource> roles = roles(tx, body, "role_keys");
		Map<String, String> appointed = appointed(tx, body, roles);
		RoleSets.add(tx, set, roles);
		RoleSets.update(tx, set, (draft) -> appointed.forEach(draft::set));
		return RoleSets.show(tx, set);
	}

	private Map<String, String> appointed(Transaction tx, Body body, List<Resource> roles) {
		Map<String, String> appointed = new LinkedHashMap<>();
		if (body.text(DEFAULT_KEY) != null) {
			appointed.put("default_role", among(roles, body, DEFAULT_KEY).id());
		}
		if (body.text(CREATOR_KEY) != null) {
			appointed.put("creator_role", creator(tx, among(roles, body, CREATOR_KEY)).id());
		}
		return appointed;
	}

	private JsonNode replaceRole(Transaction tx, ApiCall call) {
		Resource set = set(tx, call);
		Body body = call.body(REPLACE_ROLE);
		Resource role = Roles.require(tx, body.required("role_key"));
		if (!RoleSets.contains(set, role)) {
			throw Roles.notFound();
		}
		String key = body.required("to_role_key");
		if (key.equals(role.text("key"))) {
			throw ApiException.value("to_role_key", key);
		}
		Resource replacement = RoleSets.requireContained(tx, set, key);
		boolean creator = role.id().equals(set.text("creator_role"));
		if (creator) {
			creator(tx, replacement);
		}
		RoleUse.of(tx).replace(tx, set, role.required("key"), key);
		RoleSets.update(tx, set, (draft) -> {
			draft.set("roles", without(set, role));
			if (creator) {
				draft.set("creator_role", replacement.id());
			}
			if (role.id().equals(set.text("default_role"))) {
				draft.set("default_role", replacement.id());
			}
		});
		return RoleSets.show(tx, set);
	}

	private JsonNode replace(Transaction tx, ApiCall call) {
		Resource set = set(tx, call);
		Body body = call.body(REPLACE);
		Resource destination = RoleSets.require(tx, body.required("dest_role_set_key"));
		if (destination == set) {
			throw ApiException.value("dest_role_set_key", body.required("dest_role_set_key"));
		}
		RoleUse.of(tx).move(tx, set, destination, mappings(body));
		if ("initial".equals(set.text("type"))) {
			RoleSets.makeInitial(tx, destination);
		}
		return tx.delete(set);
	}

	private static Map<String, String> mappings(Body body) {
		Map<String, String> mappings = new LinkedHashMap<>();
		ObjectNode object = body.object("reassignment_mappings");
		if (object != null) {
			object.properties().forEach((entry) -> mappings.put(entry.getKey(), entry.getValue().asString()));
		}
		return mappings;
	}

	private List<Resource> roles(Transaction tx, Body body, String field) {
		List<String> keys = body.texts(field);
		if (keys.isEmpty()) {
			throw ApiException.parameter("form_param_value_invalid", field, "is invalid", field + " needs a role.");
		}
		if (keys.size() > MAXIMUM_ROLES) {
			throw ApiException.parameter("form_param_array_size_exceeded", field, "exceeds maximum size",
					field + " can hold " + MAXIMUM_ROLES + " roles.");
		}
		return keys.stream().distinct().map((each) -> Roles.require(tx, each)).toList();
	}

	private static Resource among(List<Resource> roles, Body body, String field) {
		String key = body.required(field);
		return roles.stream()
			.filter((role) -> key.equals(role.text("key")))
			.findFirst()
			.orElseThrow(() -> ApiException.value(field, key));
	}

	private Resource creator(Transaction tx, Resource role) {
		Roles.requireForCreators(tx, role.texts("permissions"));
		return role;
	}

	private String generatedKey(Transaction tx, String name) {
		String start = PREFIX + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
		boolean taken = start.equals(PREFIX) || KEYED.isTaken(tx, start);
		return (taken) ? start + "_" + tx.ids().hex(8) : start;
	}

	static List<String> without(Resource set, Resource role) {
		return set.texts("roles").stream().filter((id) -> !id.equals(role.id())).toList();
	}

	private Resource set(Transaction tx, ApiCall call) {
		return RoleSets.require(tx, call.path("role_set_key_or_id"));
	}

}
