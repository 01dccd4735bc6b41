package io.github.clerkspring.emulator.directories;

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
import io.github.clerkspring.emulator.enterprise.ConnectionShapes;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Directories that provision users, under their present name and under that of SCIM.
 */
final class DirectoryRoutes implements Family {

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "enterprise_connection_id", "provider")
		.optional(FieldType.STRING, "name")
		.optional(FieldType.OBJECTS, "group_role_mappings")
		.reference(ConnectionShapes.CONNECTION, "enterprise_connection_id");

	private static final Fields UPDATE = Fields.none()
		.optional(FieldType.STRING, "name", "provider")
		.optional(FieldType.BOOLEAN, "enabled", "group_role_mapping_enabled")
		.optional(FieldType.OBJECT, "attribute_mapping");

	private static final Fields REPLACE = Fields.none().required(FieldType.OBJECTS, "mappings");

	private static final int MAXIMUM_NAME = 255;

	private final String prefix;

	private final Fields mapping;

	private DirectoryRoutes(String prefix, Fields mapping) {
		this.prefix = prefix;
		this.mapping = mapping;
	}

	static DirectoryRoutes directories() {
		return new DirectoryRoutes("",
				Fields.none()
					.optional(FieldType.STRING, "directory_group_id", "scim_group_id")
					.required(FieldType.STRING, "role_id"));
	}

	static DirectoryRoutes scimDirectories() {
		return new DirectoryRoutes("scim_", Fields.none().required(FieldType.STRING, "scim_group_id", "role_id"));
	}

	@Override
	public void register(Operations routes) {
		String all = "/" + this.prefix + "directories";
		String one = all + "/{" + variable() + "}";
		String mappings = one + "/group_role_mappings";
		routes.get(all, (tx, call) -> Paging.of(call)
			.envelope(Selection.of(table(tx)), Ordering.NEWEST_FIRST, (each) -> show(tx, each)));
		routes.post(all, this::create);
		routes.get(one, (tx, call) -> show(tx, directory(tx, call)));
		routes.patch(one, this::update);
		routes.delete(one, (tx, call) -> tx.delete(directory(tx, call)).put("object", this.prefix + "directory"));
		routes.post(one + "/rotate_api_key", (tx, call) -> withKey(tx, tx.update(directory(tx, call), (draft) -> {
		})));
		routes.get(mappings, (tx, call) -> mappings(tx, directory(tx, call)));
		routes.post(mappings, this::createMapping);
		routes.put(mappings, this::replaceMappings);
		routes.delete(mappings + "/{mapping_id}", this::deleteMapping);
	}

	private Fields ranked() {
		return this.mapping.optional(FieldType.INTEGER, "precedence").range(1, Integer.MAX_VALUE, "precedence");
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(tx, CREATE, null);
		Resource connection = connection(tx, body.required("enterprise_connection_id"));
		Fields fields = ranked().optional(FieldType.STRING, "scim_group_display_name")
			.length(0, MAXIMUM_NAME, "scim_group_display_name");
		Fields named = (this.prefix.isEmpty()) ? fields.optional(FieldType.STRING, "directory_group_display_name")
			.length(0, MAXIMUM_NAME, "directory_group_display_name") : fields;
		List<GroupRoleMappings.Mapping> groups = GroupRoleMappings.read(tx, body.parts("group_role_mappings", named),
				connection);
		String name = body.text("name");
		Resource directory = call.create(tx, DirectoryShapes.DIRECTORY, (draft) -> {
			draft.set("enterprise_connection_id", connection.id()).set("provider", body.required("provider"));
			draft.set("name", (name != null) ? name : connection.text("name"));
		});
		groups.forEach((group) -> GroupRoleMappings.add(tx, directory, group));
		return withKey(tx, directory);
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource directory = directory(tx, call);
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
		tx.update(directory, (draft) -> {
			body.copy(draft, "name", "provider", "enabled", "group_role_mapping_enabled");
			if (attributes != null) {
				draft.set("attribute_mapping", Json.merge(directory.object("attribute_mapping"), attributes));
			}
		});
		return show(tx, directory);
	}

	private JsonNode createMapping(Transaction tx, ApiCall call) {
		Resource directory = withMappings(tx, call);
		Body body = call.body(ranked());
		return showMapping(tx,
				GroupRoleMappings.add(tx, directory, GroupRoleMappings.read(tx, body, connectionOf(tx, directory))));
	}

	private JsonNode replaceMappings(Transaction tx, ApiCall call) {
		Resource directory = withMappings(tx, call);
		List<Body> bodies = call.body(REPLACE).parts("mappings", this.mapping);
		GroupRoleMappings.replace(tx, directory, GroupRoleMappings.read(tx, bodies, connectionOf(tx, directory)));
		return mappings(tx, directory);
	}

	private JsonNode deleteMapping(Transaction tx, ApiCall call) {
		Resource directory = withMappings(tx, call);
		Resource mapping = tx.find(DirectoryShapes.GROUP_ROLE_MAPPING, call.path("mapping_id"), "directory_id",
				directory.id());
		return tx.delete(mapping).put("object", mappingObject());
	}

	private ObjectNode mappings(Transaction tx, Resource directory) {
		List<ObjectNode> shown = GroupRoleMappings.of(tx, directory)
			.stream()
			.map((each) -> showMapping(tx, each))
			.toList();
		ObjectNode answer = Json.object();
		answer.set("data", Json.array(shown));
		return answer.put("total_count", shown.size());
	}

	private ObjectNode showMapping(Transaction tx, Resource mapping) {
		return GroupRoleMappings.show(tx, mapping).put("object", mappingObject());
	}

	private ObjectNode show(Transaction tx, Resource directory) {
		ObjectNode node = directory.toJson().put("object", this.prefix + "directory");
		node.put("endpoint_url", Settings.of(tx).issuer() + "/v1/scim/v2/" + directory.id());
		return node.set("custom_attributes", Json.of(connectionOf(tx, directory).get("custom_attributes")));
	}

	// The only time that the key is shown: it is not even kept.
	private ObjectNode withKey(Transaction tx, Resource directory) {
		return show(tx, directory).put("api_key", "scim_" + tx.ids().token(40));
	}

	private Resource withMappings(Transaction tx, ApiCall call) {
		Resource directory = directory(tx, call);
		if (!directory.flag("group_role_mapping_enabled")) {
			throw ApiException.badRequest("feature_not_enabled",
					"The directory maps no groups to roles: set group_role_mapping_enabled to true first.");
		}
		return directory;
	}

	private Resource connection(Transaction tx, String id) {
		Resource connection = tx.find(ConnectionShapes.CONNECTION, id);
		if (table(tx).first("enterprise_connection_id", id) != null) {
			throw ApiException.parameter("scim_directory_enterprise_connection_already_used", "scim_connection_id",
					"enterprise connection already in use", "The enterprise connection already has a directory.");
		}
		return connection;
	}

	private Resource connectionOf(Transaction tx, Resource directory) {
		return tx.find(ConnectionShapes.CONNECTION, directory.required("enterprise_connection_id"));
	}

	private Resource directory(Transaction tx, ApiCall call) {
		return tx.find(DirectoryShapes.DIRECTORY, call.path(variable()));
	}

	private String variable() {
		return this.prefix + "directory_id";
	}

	private String mappingObject() {
		return (this.prefix.isEmpty()) ? "directory_group_role_mapping" : "scim_group_role_mapping";
	}

	private Table table(Transaction tx) {
		return tx.table(DirectoryShapes.DIRECTORY);
	}

}
