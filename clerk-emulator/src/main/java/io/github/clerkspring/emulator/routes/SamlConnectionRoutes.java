package io.github.clerkspring.emulator.routes;

import java.util.List;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The older API of enterprise connections, which knows those with SAML only.
 */
final class SamlConnectionRoutes implements RouteFamily {

	private static final String ALL = "/saml_connections";

	private static final String ONE = ALL + "/{saml_connection_id}";

	private static final Fields CREATE = SamlSettings.FIELDS.without("allow_subdomains", "allow_idp_initiated")
		.required(FieldType.STRING, "name", "provider")
		.optional(FieldType.STRING, "domain")
		.optional(FieldType.STRINGS, "domains")
		.optional(FieldType.BOOLEAN, "force_authn")
		.nullable(FieldType.STRING, "organization_id")
		.oneOf("provider", "saml_custom", "saml_okta", "saml_google", "saml_microsoft");

	private static final Fields UPDATE = SamlSettings.FIELDS
		.nullable(FieldType.STRING, "name", "domain", "organization_id")
		.nullable(FieldType.STRINGS, "domains")
		.optional(FieldType.BOOLEAN, "force_authn")
		.nullable(FieldType.BOOLEAN, "active", "sync_user_attributes", "disable_additional_identifications",
				"allow_organization_account_linking", "consent_verified_domains_deletion");

	private static final Ordering ORDERING = Ordering.NEWEST_FIRST.by("name");

	private final Emulation emulation;

	private final Connections connections;

	private final ConnectionView view;

	SamlConnectionRoutes(Emulation emulation, Connections connections) {
		this.emulation = emulation;
		this.connections = connections;
		this.view = new ConnectionView(emulation, connections);
	}

	@Override
	public void register(RouteTable routes) {
		routes.get(ALL, this::list);
		routes.post(ALL, this::create);
		routes.get(ONE, (call) -> this.view.samlConnection(saml(call)));
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
	}

	private JsonNode list(ApiCall call) {
		Selection selection = Selection.of(table());
		Search.narrow(selection, call.query().text("query"), "name");
		List<String> organizations = call.query().all("organization_id");
		if (!organizations.isEmpty()) {
			Selection connections = Selection.of(this.connections.table()).signed("organization_id", organizations);
			selection.where((saml) -> connections.contains(connection(saml)));
		}
		return Paging.of(call).envelope(selection, ORDERING, this.view::samlConnection);
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(CREATE);
		return this.view.samlConnection(this.connections.part(this.connections.create(call, body, body, null)));
	}

	private JsonNode update(ApiCall call) {
		Resource saml = saml(call);
		Body body = call.body(UPDATE);
		this.connections.update(connection(saml), body, body, null,
				body.flag("consent_verified_domains_deletion", false));
		return this.view.samlConnection(saml);
	}

	private JsonNode delete(ApiCall call) {
		Resource saml = saml(call);
		this.connections.table().remove(connection(saml));
		return this.emulation.deleted(ConnectionShapes.SAML_CONNECTION, saml.id());
	}

	private Resource saml(ApiCall call) {
		return this.emulation.find(ConnectionShapes.SAML_CONNECTION, call.path("saml_connection_id"));
	}

	private Resource connection(Resource saml) {
		return this.connections.find(saml.required("enterprise_connection_id"));
	}

	private Table table() {
		return this.emulation.table(ConnectionShapes.SAML_CONNECTION);
	}

}
