package io.github.clerkspring.emulator.instance;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Settings of the instance, except settings of organizations.
 */
final class InstanceRoutes implements Family {

	/** The one version whose specification has two fields that no other has. */
	private static final String EARLY = "2025-03-12";

	private static final String DELIVERABILITY = "enhanced_email_deliverability";

	private static final String DOTS = "ignore_dots_for_gmail_addresses";

	private static final String STRATEGY = "preferred_sign_in_strategy_when_password_required";

	private static final String[] INSTANCE_FLAGS = { "test_mode", "hibp", "cookieless_dev",
			"url_based_session_syncing" };

	private static final String[] INSTANCE_TEXTS = { "support_email", "clerk_js_version", STRATEGY };

	private static final String[] RESTRICTIONS = { "allowlist", "blocklist", "allowlist_blocklist_disabled_on_sign_in",
			"block_email_subaddresses", "block_disposable_email_domains" };

	private static final String[] PROTECT = { "rules_enabled", "specter_enabled" };

	private static final String[] OAUTH = { "dynamic_oauth_client_registration", "oauth_jwt_access_tokens",
			"client_id_metadata_documents_advertised", "client_id_metadata_documents_only_allow_pre_registered_clients",
			"client_id_metadata_documents_block_implicitly_allowed_clients" };

	private static final Pattern ORIGIN = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s/?#@]+");

	private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");

	private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

	@Override
	public void register(Operations routes) {
		routes.get("/instance", (tx, call) -> InstanceSettings.get(tx, InstanceShapes.INSTANCE).toJson());
		routes.add("PATCH", "/instance", this::updateInstance, (route) -> route.status(204));
		routes.patch("/beta_features/instance_settings", this::updateAuthentication);
		routes.patch("/instance/restrictions", this::updateRestrictions);
		routes.get("/instance/protect", (tx, call) -> InstanceSettings.show(tx, InstanceShapes.PROTECT));
		routes.patch("/instance/protect", (tx, call) -> update(tx, call, InstanceShapes.PROTECT, PROTECT));
		routes.get("/instance/communication", (tx, call) -> InstanceSettings.show(tx, InstanceShapes.COMMUNICATION));
		routes.patch("/instance/communication", this::updateCommunication);
		routes.get("/instance/oauth_application_settings",
				(tx, call) -> InstanceSettings.show(tx, InstanceShapes.OAUTH_APPLICATIONS));
		routes.patch("/instance/oauth_application_settings", this::updateOAuth);
	}

	private @Nullable JsonNode updateInstance(Transaction tx, ApiCall call) {
		Fields fields = Fields.none()
			.nullable(FieldType.BOOLEAN, INSTANCE_FLAGS)
			.nullable(FieldType.STRING, INSTANCE_TEXTS)
			.nullable(FieldType.STRING, "development_origin")
			.oneOf(STRATEGY, "password", "otp", "")
			.optional(FieldType.STRINGS, "allowed_origins");
		Body body = call.body((early(call)) ? fields.nullable(FieldType.BOOLEAN, DELIVERABILITY) : fields);
		body.texts("allowed_origins").forEach(InstanceRoutes::checkOrigin);
		String origin = body.text("development_origin");
		if (origin != null) {
			InstanceDomains.developmentOrigin(tx, origin);
		}
		InstanceSettings.update(tx, InstanceShapes.INSTANCE, body, INSTANCE_FLAGS);
		InstanceSettings.update(tx, InstanceShapes.INSTANCE, body, INSTANCE_TEXTS);
		InstanceSettings.update(tx, InstanceShapes.INSTANCE, body, "allowed_origins", DELIVERABILITY);
		return null;
	}

	private JsonNode updateAuthentication(Transaction tx, ApiCall call) {
		Fields fields = Fields.none()
			.nullable(FieldType.BOOLEAN, "restricted_to_allowlist", "progressive_sign_up", "test_mode")
			.nullable(FieldType.STRING, "from_email_address");
		Body body = call.body((early(call)) ? fields.nullable(FieldType.BOOLEAN, DELIVERABILITY) : fields);
		String sender = body.text("from_email_address");
		if (sender != null && !LOCAL_PART.matcher(sender).matches()) {
			throw ApiException.format("from_email_address",
					"from_email_address must be a valid email address local part.");
		}
		InstanceSettings.update(tx, InstanceShapes.AUTHENTICATION, body, "from_email_address", "progressive_sign_up",
				DELIVERABILITY);
		InstanceSettings.update(tx, InstanceShapes.INSTANCE, body, "test_mode");
		if (body.tree().path("restricted_to_allowlist").isBoolean()) {
			allowlist(tx, body.flag("restricted_to_allowlist", false));
		}
		return InstanceSettings.get(tx, InstanceShapes.AUTHENTICATION).toJson();
	}

	private JsonNode updateRestrictions(Transaction tx, ApiCall call) {
		Fields fields = Fields.none().nullable(FieldType.BOOLEAN, RESTRICTIONS);
		Body body = call.body((early(call)) ? fields.nullable(FieldType.BOOLEAN, DOTS) : fields);
		InstanceSettings.update(tx, InstanceShapes.RESTRICTIONS, body, RESTRICTIONS);
		InstanceSettings.update(tx, InstanceShapes.RESTRICTIONS, body, DOTS);
		allowlist(tx, InstanceSettings.isOn(tx, InstanceShapes.RESTRICTIONS, "allowlist"));
		ObjectNode shown = InstanceSettings.show(tx, InstanceShapes.RESTRICTIONS);
		return (early(call)) ? shown.put(DOTS, InstanceSettings.isOn(tx, InstanceShapes.RESTRICTIONS, DOTS)) : shown;
	}

	// One setting that two operations call differently.
	private void allowlist(Transaction tx, boolean on) {
		InstanceSettings.update(tx, InstanceShapes.RESTRICTIONS, (draft) -> draft.set("allowlist", on));
		InstanceSettings.update(tx, InstanceShapes.AUTHENTICATION, (draft) -> draft.set("restricted_to_allowlist", on));
	}

	private JsonNode updateCommunication(Transaction tx, ApiCall call) {
		Body body = call.body(Fields.none().nullable(FieldType.STRINGS, "blocked_country_codes"));
		List<String> codes = body.texts("blocked_country_codes");
		for (String code : codes) {
			if (!COUNTRY.matcher(code).matches()) {
				throw ApiException.format("blocked_country_codes",
						"blocked_country_codes must be ISO 3166-1 alpha-2 codes in upper case.");
			}
		}
		if (new HashSet<>(codes).size() < codes.size()) {
			throw ApiException.parameter("duplicate_list_items_not_allowed", "blocked_country_codes",
					"duplicate list items not allowed", "duplicate list items not allowed: blocked_country_codes");
		}
		if (body.tree().path("blocked_country_codes").isArray()) {
			Set<String> known = Set.of(Locale.getISOCountries());
			List<String> kept = codes.stream().filter(known::contains).toList();
			InstanceSettings.update(tx, InstanceShapes.COMMUNICATION,
					(draft) -> draft.set("blocked_country_codes", kept));
		}
		return InstanceSettings.show(tx, InstanceShapes.COMMUNICATION);
	}

	private JsonNode updateOAuth(Transaction tx, ApiCall call) {
		Body body = call
			.body(Fields.none().nullable(FieldType.BOOLEAN, OAUTH).nullable(FieldType.STRINGS, "default_scopes"));
		InstanceSettings.update(tx, InstanceShapes.OAUTH_APPLICATIONS, body, OAUTH);
		InstanceSettings.update(tx, InstanceShapes.OAUTH_APPLICATIONS, (draft) -> body.copy(draft, "default_scopes"));
		return InstanceSettings.show(tx, InstanceShapes.OAUTH_APPLICATIONS);
	}

	private JsonNode update(Transaction tx, ApiCall call, Shape shape, String... flags) {
		InstanceSettings.update(tx, shape, call.body(Fields.none().nullable(FieldType.BOOLEAN, flags)), flags);
		return InstanceSettings.show(tx, shape);
	}

	private static boolean early(ApiCall call) {
		return EARLY.equals(call.version().value());
	}

	private static void checkOrigin(String origin) {
		if (!ORIGIN.matcher(origin).matches()) {
			throw ApiException.parameter("form_invalid_origin", "allowed_origins", "is invalid",
					"allowed_origins must be origins without a path, as http://localhost:3000 or my-app://localhost.");
		}
	}

}
