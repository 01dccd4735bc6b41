package io.github.clerkspring.emulator.enterprise;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Enterprise connections of all protocols.
 */
final class EnterpriseConnectionRoutes implements Family {

	private static final String ALL = "/enterprise_connections";

	private static final String ONE = ALL + "/{enterprise_connection_id}";

	private static final String[] PROVIDERS = { "saml_custom", "saml_okta", "saml_google", "saml_microsoft",
			"oidc_custom", "oidc_github_enterprise", "oidc_gitlab" };

	private static final List<String> STATUSES = List.of("pending", "success", "failed");

	private static final Fields FIELDS = Fields.none()
		.nullable(FieldType.STRING, "organization_id")
		.nullable(FieldType.BOOLEAN, "allow_organization_account_linking", "active")
		.nullable(FieldType.OBJECT, "saml", "oidc");

	private static final Fields CREATE = FIELDS.required(FieldType.STRING, "name", "provider")
		.required(FieldType.STRINGS, "domains")
		.optional(FieldType.OBJECTS, "custom_attributes")
		.oneOf("provider", PROVIDERS)
		.notBlank("name");

	private static final Fields UPDATE = FIELDS.nullable(FieldType.STRING, "name")
		.nullable(FieldType.STRINGS, "domains")
		.nullable(FieldType.BOOLEAN, "sync_user_attributes", "disable_additional_identifications")
		.nullable(FieldType.OBJECTS, "custom_attributes")
		.notBlank("name");

	private static final Fields UPDATE_SAML = SamlSettings.FIELDS.nullable(FieldType.STRING, "name");

	@Override
	public void register(Operations routes) {
		routes.get(ALL, this::list);
		routes.add("POST", ALL, this::create, (route) -> route.status(201));
		routes.get(ONE, (tx, call) -> ConnectionView.enterpriseConnection(tx, connection(tx, call)));
		routes.add("PATCH", ONE, this::update, (route) -> route.refusing(409, 422));
		routes.delete(ONE, (tx, call) -> tx.delete(connection(tx, call)));
		routes.get(ONE + "/test_runs", this::testRuns);
		routes.post(ONE + "/test_runs", this::test);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		String organizationId = call.query().text("organization_id");
		Boolean active = call.query().flag("active");
		Selection selection = Selection.of(Connections.table(tx))
			.in("organization_id", (organizationId != null) ? List.of(organizationId) : List.of());
		if (active != null) {
			selection.where((connection) -> connection.flag("active") == active);
		}
		return Paging.of(call)
			.envelope(selection, Ordering.NEWEST_FIRST, (each) -> ConnectionView.enterpriseConnection(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		return ConnectionView.enterpriseConnection(tx,
				Connections.create(tx, call, body, body.part("saml", SamlSettings.FIELDS), oidc(body)));
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource connection = connection(tx, call);
		Body body = call.body(UPDATE);
		Connections.update(tx, connection, body, body.part("saml", UPDATE_SAML), oidc(body), true);
		return ConnectionView.enterpriseConnection(tx, connection);
	}

	private JsonNode testRuns(Transaction tx, ApiCall call) {
		List<String> statuses = call.query().all("status");
		statuses.stream().filter((status) -> !STATUSES.contains(status)).findFirst().ifPresent((status) -> {
			throw ApiException.value("status", status);
		});
		Selection runs = Selection.of(runs(tx)).in("enterprise_connection_id", List.of(connection(tx, call).id()));
		if (!statuses.isEmpty()) {
			runs.where((run) -> statuses.contains(run.required("status")));
		}
		return Paging.of(call).envelope(runs, Ordering.NEWEST_FIRST, ConnectionView::testRun);
	}

	private JsonNode test(Transaction tx, ApiCall call) {
		Resource connection = connection(tx, call);
		String type = (Connections.isSaml(connection)) ? "saml" : "oauth";
		Resource run = tx.create(ConnectionShapes.TEST_RUN,
				(draft) -> draft.set("enterprise_connection_id", connection.id()).set("connection_type", type));
		return Json.object().put("url", Settings.of(tx).issuer() + "/v1/enterprise_connections/test_runs/" + run.id());
	}

	private static @Nullable Body oidc(Body body) {
		return body.part("oidc", OidcSettings.FIELDS);
	}

	private Resource connection(Transaction tx, ApiCall call) {
		return Connections.find(tx, call.path("enterprise_connection_id"));
	}

	private Table runs(Transaction tx) {
		return tx.table(ConnectionShapes.TEST_RUN);
	}

}
