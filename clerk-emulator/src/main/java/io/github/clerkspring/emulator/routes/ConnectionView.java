package io.github.clerkspring.emulator.routes;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;

/**
 * Shows the same connections in two ways.
 */
final class ConnectionView {

	private static final List<String> SHARED = List.of("domains", "organization_id", "active", "provider",
			"sync_user_attributes", "disable_additional_identifications", "allow_organization_account_linking",
			"authenticatable", "disable_jit_provisioning");

	private static final List<String> SAML_ONLY = List.of("object", "attribute_mapping", "idp_metadata", "user_count",
			"enterprise_connection_id", "created_at", "updated_at");

	private final Emulation emulation;

	private final Connections connections;

	ConnectionView(Emulation emulation, Connections connections) {
		this.emulation = emulation;
		this.connections = connections;
	}

	ObjectNode enterpriseConnection(Resource connection) {
		ObjectNode node = connection.toJson();
		ObjectNode part = this.connections.part(connection).toJson();
		boolean saml = Connections.isSaml(connection);
		if (saml) {
			serviceProvider(part).put("active", connection.flag("active")).remove(SAML_ONLY);
		}
		else {
			part.remove("object");
		}
		node.set("saml_connection", (saml) ? part : Json.of(null));
		return node.set("oauth_config", (saml) ? Json.of(null) : part);
	}

	ObjectNode samlConnection(Resource saml) {
		Resource connection = this.connections.find(saml.required("enterprise_connection_id"));
		ObjectNode node = serviceProvider(saml.toJson());
		SHARED.forEach((name) -> node.set(name, Json.of(connection.get(name))));
		return node.put("domain", connection.texts("domains").get(0));
	}

	ObjectNode testRun(Resource run) {
		ObjectNode node = run.toJson();
		node.remove(List.of("object", "updated_at"));
		return node;
	}

	private ObjectNode serviceProvider(ObjectNode saml) {
		String id = saml.path("id").asString();
		String base = this.emulation.settings().issuer() + "/v1/saml/";
		saml.put("acs_url", base + "acs/" + id).put("sp_entity_id", this.emulation.settings().issuer() + "/saml/" + id);
		return saml.put("sp_metadata_url", base + "metadata/" + id + ".xml");
	}

}
