package io.github.clerkspring.emulator.enterprise;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Shows the same connections in two ways.
 */
final class ConnectionView {

	private static final List<String> SHARED = List.of("domains", "organization_id", "active", "provider",
			"sync_user_attributes", "disable_additional_identifications", "allow_organization_account_linking",
			"authenticatable", "disable_jit_provisioning");

	private static final List<String> SAML_ONLY = List.of("object", "attribute_mapping", "idp_metadata", "user_count",
			"enterprise_connection_id", "created_at", "updated_at");

	private ConnectionView() {
	}

	static ObjectNode enterpriseConnection(Transaction tx, Resource connection) {
		ObjectNode node = connection.toJson();
		ObjectNode part = Connections.part(tx, connection).toJson();
		boolean saml = Connections.isSaml(connection);
		if (saml) {
			serviceProvider(tx, part).put("active", connection.flag("active")).remove(SAML_ONLY);
		}
		else {
			part.remove("object");
		}
		node.set("saml_connection", (saml) ? part : Json.of(null));
		return node.set("oauth_config", (saml) ? Json.of(null) : part);
	}

	static ObjectNode samlConnection(Transaction tx, Resource saml) {
		Resource connection = Connections.find(tx, saml.required("enterprise_connection_id"));
		ObjectNode node = serviceProvider(tx, saml.toJson());
		SHARED.forEach((name) -> node.set(name, Json.of(connection.get(name))));
		return node.put("domain", connection.texts("domains").get(0));
	}

	static ObjectNode testRun(Resource run) {
		ObjectNode node = run.toJson();
		node.remove(List.of("object", "updated_at"));
		return node;
	}

	private static ObjectNode serviceProvider(Transaction tx, ObjectNode saml) {
		String id = saml.path("id").asString();
		String base = Settings.of(tx).issuer() + "/v1/saml/";
		saml.put("acs_url", base + "acs/" + id).put("sp_entity_id", Settings.of(tx).issuer() + "/saml/" + id);
		return saml.put("sp_metadata_url", base + "metadata/" + id + ".xml");
	}

}
