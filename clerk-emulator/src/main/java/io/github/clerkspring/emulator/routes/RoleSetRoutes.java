package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * Sets of roles that organizations choose from.
 */
final class RoleSetRoutes implements RouteFamily {

	private static final String ALL = "/role_sets";

	private static final String ONE = ALL + "/{role_set_key_or_id}";

	private static final String PREFIX = "role_set:";

	private static final String DEFAULT_KEY = "default_role_key";

	private static final String CREATOR_KEY = "creator_role_key";

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "name", DEFAULT_KEY, CREATOR_KEY)
		.optional(FieldType.STRING, "key", "type")
		.nullable(FieldType.STRING, "description")
		.required(FieldType.STRINGS, "roles")
		.oneOf("type", "initial", "custom");

	private static final Fields UPDATE = Fields.none()
		.nullable(FieldType.STRING, "name", "key", "description", "type", DEFAULT_KEY, CREATOR_KEY)
		.oneOf("type", "initial");

	private static final Fields ADD = Fields.none()
		.required(FieldType.STRINGS, "role_keys")
		.optional(FieldType.STRING, DEFAULT_KEY, CREATOR_KEY);

	private static final Fields REPLACE_ROLE = Fields.none().required(FieldType.STRING, "role_key", "to_role_key");

	private static final Fields REPLACE = Fields.none()
		.required(FieldType.STRING, "dest_role_set_key")
		.optional(FieldType.OBJECT, "reassignment_mappings");

	private static final int MAXIMUM_ROLES = 10;

	private final Emulation emulation;

	private final Roles roles;

	private final RoleSets roleSets;

	private final RoleReassignment reassignment;

	private final InstanceSettings settings;

	private final Keyed keyed;

	RoleSetRoutes(Emulation emulation, Roles roles, RoleSets roleSets, RoleReassignment reassignment,
			InstanceSettings settings) {
		this.emulation = emulation;
		this.roles = roles;
		this.roleSets = roleSets;
		this.reassignment = reassignment;
		this.settings = settings;
		this.keyed = new Keyed(roleSets.table(), PREFIX + "[a-z0-9_]+",
				PREFIX + " followed by lowercase letters, digits and underscores");
	}

	@Override
	public void register(RouteTable routes) {
		routes.get(ALL, (call) -> this.keyed.page(call, this.roleSets::show));
		routes.post(ALL, this::create);
		routes.get(ONE, (call) -> this.roleSets.show(set(call)));
		routes.patch(ONE, this::update);
		routes.post(ONE + "/replace", this::replace);
		routes.post(ONE + "/roles", this::addRoles);
		routes.post(ONE + "/roles/replace", this::replaceRole);
		this.roles.table()
			.onRemove((role) -> this.roleSets.table()
				.by("roles", role.id())
				.forEach((set) -> this.roleSets.update(set, (draft) -> draft.set("roles", without(set, role)))));
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(CREATE);
		this.keyed.check(body, null);
		String key = (body.has("key")) ? body.required("key") : generatedKey(body.required("name"));
		List<Resource> roles = roles(body, "roles");
		Map<String, String> appointed = appointed(body, roles);
		requireQuota();
		Resource set = this.emulation.create(call, RoleShapes.ROLE_SET, (draft) -> {
			draft.set("key", key).set("roles", roles.stream().map(Resource::id).toList());
			body.copy(draft, "name", "description");
			appointed.forEach(draft::set);
		});
		if ("initial".equals(body.text("type"))) {
			this.roleSets.makeInitial(set);
		}
		return this.roleSets.show(set);
	}

	private void requireQuota() {
		long maximum = this.settings.number(InstanceShapes.ORGANIZATIONS, "max_role_sets_allowed");
		if (this.roleSets.table().size() >= maximum) {
			throw ApiException.forbidden("organization_instance_role_sets_quota_exceeded",
					"The instance can have " + maximum + " role sets.");
		}
	}

	private JsonNode update(ApiCall call) {
		Resource set = set(call);
		Body body = call.body(UPDATE);
		this.keyed.check(body, set);
		List<Resource> roles = set.texts("roles")
			.stream()
			.map((id) -> this.emulation.find(RoleShapes.ROLE, id))
			.toList();
		Map<String, String> appointed = appointed(body, roles);
		this.roleSets.update(set, (draft) -> {
			body.copyValues(draft, "name", "key");
			body.copy(draft, "description");
			appointed.forEach(draft::set);
		});
		if ("initial".equals(body.text("type"))) {
			this.roleSets.makeInitial(set);
		}
		return this.roleSets.show(set);
	}

	private JsonNode addRoles(ApiCall call) {
		Resource set = set(call);
		Body body = call.body(ADD);
		List<Resource> roles = roles(body, "role_keys");
		Map<String, String> appointed = appointed(body, roles);
		this.roleSets.add(set, roles);
		this.roleSets.update(set, (draft) -> appointed.forEach(draft::set));
		return this.roleSets.show(set);
	}

	private Map<String, String> appointed(Body body, List<Resource> roles) {
		Map<String, String> appointed = new LinkedHashMap<>();
		if (body.text(DEFAULT_KEY) != null) {
			appointed.put("default_role", among(roles, body, DEFAULT_KEY).id());
		}
		if (body.text(CREATOR_KEY) != null) {
			appointed.put("creator_role", creator(among(roles, body, CREATOR_KEY)).id());
		}
		return appointed;
	}

	private JsonNode replaceRole(ApiCall call) {
		Resource set = set(call);
		Body body = call.body(REPLACE_ROLE);
		Resource role = this.roles.require(body.required("role_key"));
		if (!RoleSets.contains(set, role)) {
			throw Roles.notFound();
		}
		String key = body.required("to_role_key");
		if (key.equals(role.text("key"))) {
			throw ApiException.value("to_role_key", key);
		}
		Resource replacement = this.reassignment.requireContained(set, key);
		boolean creator = role.id().equals(set.text("creator_role"));
		if (creator) {
			creator(replacement);
		}
		this.reassignment.replace(set, role.required("key"), key);
		this.roleSets.update(set, (draft) -> {
			draft.set("roles", without(set, role));
			if (creator) {
				draft.set("creator_role", replacement.id());
			}
			if (role.id().equals(set.text("default_role"))) {
				draft.set("default_role", replacement.id());
			}
		});
		return this.roleSets.show(set);
	}

	private JsonNode replace(ApiCall call) {
		Resource set = set(call);
		Body body = call.body(REPLACE);
		Resource destination = this.roleSets.require(body.required("dest_role_set_key"));
		if (destination == set) {
			throw ApiException.value("dest_role_set_key", body.required("dest_role_set_key"));
		}
		this.reassignment.move(set, destination, mappings(body));
		if ("initial".equals(set.text("type"))) {
			this.roleSets.makeInitial(destination);
		}
		return this.emulation.delete(RoleShapes.ROLE_SET, set);
	}

	private static Map<String, String> mappings(Body body) {
		Map<String, String> mappings = new LinkedHashMap<>();
		ObjectNode object = body.object("reassignment_mappings");
		if (object != null) {
			object.properties().forEach((entry) -> mappings.put(entry.getKey(), entry.getValue().asString()));
		}
		return mappings;
	}

	private List<Resource> roles(Body body, String field) {
		List<String> keys = body.texts(field);
		if (keys.isEmpty()) {
			throw ApiException.parameter("form_param_value_invalid", field, "is invalid", field + " needs a role.");
		}
		if (keys.size() > MAXIMUM_ROLES) {
			throw ApiException.parameter("form_param_array_size_exceeded", field, "exceeds maximum size",
					field + " can hold " + MAXIMUM_ROLES + " roles.");
		}
		return keys.stream().distinct().map(this.roles::require).toList();
	}

	private static Resource among(List<Resource> roles, Body body, String field) {
		String key = body.required(field);
		return roles.stream()
			.filter((role) -> key.equals(role.text("key")))
			.findFirst()
			.orElseThrow(() -> ApiException.value(field, key));
	}

	private Resource creator(Resource role) {
		this.roles.requireForCreators(role.texts("permissions"));
		return role;
	}

	private String generatedKey(String name) {
		String start = PREFIX + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
		boolean taken = start.equals(PREFIX) || this.keyed.isTaken(start, null);
		return (taken) ? start + "_" + this.emulation.ids().hex(8) : start;
	}

	private static List<String> without(Resource set, Resource role) {
		return set.texts("roles").stream().filter((id) -> !id.equals(role.id())).toList();
	}

	private Resource set(ApiCall call) {
		return this.roleSets.require(call.path("role_set_key_or_id"));
	}

}
