package io.github.clerkspring.emulator.enterprise;

import java.util.List;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The older API of enterprise connections, which supports SAML only.
 */
final class SamlConnectionRoutes implements Family {

	private static final String ALL = "/saml_connections";

	private static final String ONE = ALL + "/{saml_connection_id}";

	private static final Fields CREATE = SamlSettings.FIELDS.without("allow_subdomains", "allow_idp_initiated")
		.required(FieldType.STRING, "name", "provider")
		.optional(FieldType.STRING, "domain")
		.optional(FieldType.STRINGS, "domains")
		.optional(FieldType.BOOLEAN, "force_authn")
		.nullable(FieldType.STRING, "organization_id")
		.oneOf("provider", "saml_custom", "saml_okta", "saml_google", "saml_microsoft")
		.notBlank("name");

	private static final Fields UPDATE = SamlSettings.FIELDS
		.nullable(FieldType.STRING, "name", "domain", "organization_id")
		.nullable(FieldType.STRINGS, "domains")
		.optional(FieldType.BOOLEAN, "force_authn")
		.nullable(FieldType.BOOLEAN, "active", "sync_user_attributes", "disable_additional_identifications",
				"allow_organization_account_linking", "consent_verified_domains_deletion")
		.notBlank("name");

	private static final Ordering ORDERING = Ordering.NEWEST_FIRST.by("name");

	@Override
	public void register(Operations routes) {
		routes.get(ALL, this::list);
		routes.post(ALL, this::create);
		routes.get(ONE, (tx, call) -> ConnectionView.samlConnection(tx, saml(tx, call)));
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		Selection selection = Selection.of(table(tx));
		Search.narrow(selection, call.query().text("query"), "name");
		List<String> organizations = call.query().all("organization_id");
		if (!organizations.isEmpty()) {
			Selection connections = Selection.of(Connections.table(tx)).signed("organization_id", organizations);
			selection.where((saml) -> connections.contains(connection(tx, saml)));
		}
		return Paging.of(call).envelope(selection, ORDERING, (each) -> ConnectionView.samlConnection(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		return ConnectionView.samlConnection(tx, Connections.part(tx, Connections.create(tx, call, body, body, null)));
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource saml = saml(tx, call);
		Body body = call.body(UPDATE);
		Connections.update(tx, connection(tx, saml), body, body, null,
				body.flag("consent_verified_domains_deletion", false));
		return ConnectionView.samlConnection(tx, saml);
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource saml = saml(tx, call);
		tx.remove(connection(tx, saml));
		return saml.deleted();
	}

	private Resource saml(Transaction tx, ApiCall call) {
		return tx.find(ConnectionShapes.SAML_CONNECTION, call.path("saml_connection_id"));
	}

	private Resource connection(Transaction tx, Resource saml) {
		return Connections.find(tx, saml.required("enterprise_connection_id"));
	}

	private Table table(Transaction tx) {
		return tx.table(ConnectionShapes.SAML_CONNECTION);
	}

}
