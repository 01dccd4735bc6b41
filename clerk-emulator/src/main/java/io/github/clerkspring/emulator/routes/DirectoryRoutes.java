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
import io.github.clerkspring.emulator.engine.Table;

/**
 * Directories that provision users, under their present name and under that of SCIM.
 */
final class DirectoryRoutes implements RouteFamily {

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "enterprise_connection_id", "provider")
		.optional(FieldType.STRING, "name")
		.optional(FieldType.OBJECTS, "group_role_mappings");

	private static final Fields UPDATE = Fields.none()
		.optional(FieldType.STRING, "name", "provider")
		.optional(FieldType.BOOLEAN, "enabled", "group_role_mapping_enabled")
		.optional(FieldType.OBJECT, "attribute_mapping");

	private static final Fields REPLACE = Fields.none().required(FieldType.OBJECTS, "mappings");

	private final Emulation emulation;

	private final GroupRoleMappings mappings;

	private final String prefix;

	private final Fields mapping;

	private DirectoryRoutes(Emulation emulation, GroupRoleMappings mappings, String prefix, Fields mapping) {
		this.emulation = emulation;
		this.mappings = mappings;
		this.prefix = prefix;
		this.mapping = mapping;
	}

	static DirectoryRoutes directories(Emulation emulation, GroupRoleMappings mappings) {
		return new DirectoryRoutes(emulation, mappings, "",
				Fields.none()
					.optional(FieldType.STRING, "directory_group_id", "scim_group_id")
					.required(FieldType.STRING, "role_id"));
	}

	static DirectoryRoutes scimDirectories(Emulation emulation, GroupRoleMappings mappings) {
		return new DirectoryRoutes(emulation, mappings, "scim_",
				Fields.none().required(FieldType.STRING, "scim_group_id", "role_id"));
	}

	@Override
	public void register(RouteTable routes) {
		String all = "/" + this.prefix + "directories";
		String one = all + "/{" + variable() + "}";
		String mappings = one + "/group_role_mappings";
		routes.get(all, (call) -> Paging.of(call).envelope(Selection.of(table()), Ordering.NEWEST_FIRST, this::show));
		routes.post(all, this::create);
		routes.get(one, (call) -> show(directory(call)));
		routes.patch(one, this::update);
		routes.delete(one, (call) -> this.emulation.delete(DirectoryShapes.DIRECTORY, directory(call))
			.put("object", this.prefix + "directory"));
		routes.post(one + "/rotate_api_key", (call) -> withKey(table().update(directory(call), (draft) -> {
		})));
		routes.get(mappings, (call) -> mappings(directory(call)));
		routes.post(mappings, this::createMapping);
		routes.put(mappings, this::replaceMappings);
		routes.delete(mappings + "/{mapping_id}", this::deleteMapping);
		if (this.prefix.isEmpty()) {
			this.mappings.cascade();
		}
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(CREATE);
		Resource connection = connection(body.required("enterprise_connection_id"));
		Fields fields = this.mapping.optional(FieldType.INTEGER, "precedence")
			.optional(FieldType.STRING, "scim_group_display_name");
		Fields named = (this.prefix.isEmpty()) ? fields.optional(FieldType.STRING, "directory_group_display_name")
				: fields;
		List<GroupRoleMappings.Mapping> groups = this.mappings.read(body.parts("group_role_mappings", named),
				connection);
		String name = body.text("name");
		Resource directory = this.emulation.create(call, DirectoryShapes.DIRECTORY, (draft) -> {
			draft.set("enterprise_connection_id", connection.id()).set("provider", body.required("provider"));
			draft.set("name", (name != null) ? name : connection.text("name"));
		});
		groups.forEach((group) -> this.mappings.add(directory, group));
		return withKey(directory);
	}

	private JsonNode update(ApiCall call) {
		Resource directory = directory(call);
		Body body = call.body(UPDATE);
		ObjectNode attributes = body.object("attribute_mapping");
		if (attributes != null) {
			attributes.properties()
				.stream()
				.filter((entry) -> !entry.getValue().isString() && !entry.getValue().isNull())
				.findFirst()
				.ifPresent((entry) -> {
					throw ApiException.format("attribute_mapping", entry.getKey() + " must be a path or null.");
				});
		}
		table().update(directory, (draft) -> {
			body.copy(draft, "name", "provider", "enabled", "group_role_mapping_enabled");
			if (attributes != null) {
				draft.set("attribute_mapping", Json.merge(directory.object("attribute_mapping"), attributes));
			}
		});
		return show(directory);
	}

	private JsonNode createMapping(ApiCall call) {
		Resource directory = withMappings(call);
		Body body = call.body(this.mapping.optional(FieldType.INTEGER, "precedence"));
		return showMapping(this.mappings.add(directory, this.mappings.read(body, connectionOf(directory))));
	}

	private JsonNode replaceMappings(ApiCall call) {
		Resource directory = withMappings(call);
		List<Body> bodies = call.body(REPLACE).parts("mappings", this.mapping);
		this.mappings.replace(directory, this.mappings.read(bodies, connectionOf(directory)));
		return mappings(directory);
	}

	private JsonNode deleteMapping(ApiCall call) {
		Resource directory = withMappings(call);
		Resource mapping = this.emulation.find(DirectoryShapes.GROUP_ROLE_MAPPING, call.path("mapping_id"),
				"directory_id", directory.id());
		return this.emulation.delete(DirectoryShapes.GROUP_ROLE_MAPPING, mapping).put("object", mappingObject());
	}

	private ObjectNode mappings(Resource directory) {
		List<ObjectNode> shown = this.mappings.of(directory).stream().map(this::showMapping).toList();
		ObjectNode answer = Json.object();
		answer.set("data", Json.array(shown));
		return answer.put("total_count", shown.size());
	}

	private ObjectNode showMapping(Resource mapping) {
		return this.mappings.show(mapping).put("object", mappingObject());
	}

	private ObjectNode show(Resource directory) {
		ObjectNode node = directory.toJson().put("object", this.prefix + "directory");
		node.put("endpoint_url", this.emulation.settings().issuer() + "/v1/scim/v2/" + directory.id());
		return node.set("custom_attributes", Json.of(connectionOf(directory).get("custom_attributes")));
	}

	// The only time that the key is shown: it is not even kept.
	private ObjectNode withKey(Resource directory) {
		return show(directory).put("api_key", "scim_" + this.emulation.ids().token(40));
	}

	private Resource withMappings(ApiCall call) {
		Resource directory = directory(call);
		if (!directory.flag("group_role_mapping_enabled")) {
			throw ApiException.badRequest("feature_not_enabled",
					"The directory maps no groups to roles: set group_role_mapping_enabled to true first.");
		}
		return directory;
	}

	private Resource connection(String id) {
		Resource connection = this.emulation.table(ConnectionShapes.CONNECTION).find(id);
		if (connection == null) {
			throw ApiException.missingResource("enterprise_connection_id");
		}
		if (table().first("enterprise_connection_id", id) != null) {
			throw ApiException.parameter("scim_directory_enterprise_connection_already_used", "scim_connection_id",
					"enterprise connection already in use", "The enterprise connection already has a directory.");
		}
		return connection;
	}

	private Resource connectionOf(Resource directory) {
		return this.emulation.find(ConnectionShapes.CONNECTION, directory.required("enterprise_connection_id"));
	}

	private Resource directory(ApiCall call) {
		return this.emulation.find(DirectoryShapes.DIRECTORY, call.path(variable()));
	}

	private String variable() {
		return this.prefix + "directory_id";
	}

	private String mappingObject() {
		return (this.prefix.isEmpty()) ? "directory_group_role_mapping" : "scim_group_role_mapping";
	}

	private Table table() {
		return this.emulation.table(DirectoryShapes.DIRECTORY);
	}

}
