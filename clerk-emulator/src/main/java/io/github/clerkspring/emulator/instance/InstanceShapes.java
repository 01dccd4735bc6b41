package io.github.clerkspring.emulator.instance;

import java.util.List;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Settings and domains of the instance.
 */
public final class InstanceShapes {

	public static final Shape REDIRECT_URL = Shape.of("redirect_url", "ru").nullable("url").indexed("url").build();

	public static final Shape INSTANCE = Shape.of("instance", "ins")
		.with("environment_type", "development")
		.with("allowed_origins", List.of())
		.nullable("workspace_id")
		.hidden("test_mode", "hibp", "support_email", "clerk_js_version", "cookieless_dev", "url_based_session_syncing",
				"preferred_sign_in_strategy_when_password_required", "enhanced_email_deliverability", "svix_app")
		.withoutTimestamps()
		.build();

	public static final Shape AUTHENTICATION = Shape.of("instance_settings", "ins")
		.with("restricted_to_allowlist", false)
		.with("from_email_address", "noreply")
		.with("progressive_sign_up", true)
		.with("enhanced_email_deliverability", false)
		.withoutTimestamps()
		.build();

	public static final Shape RESTRICTIONS = Shape.of("instance_restrictions", "ins")
		.with("allowlist", false)
		.with("blocklist", false)
		.with("allowlist_blocklist_disabled_on_sign_in", false)
		.with("block_email_subaddresses", false)
		.with("block_disposable_email_domains", false)
		.hidden("ignore_dots_for_gmail_addresses")
		.withoutTimestamps()
		.build();

	public static final Shape PROTECT = Shape.of("instance_protect", "ins")
		.with("rules_enabled", false)
		.with("specter_enabled", false)
		.with("checks_bypassed", false)
		.withoutTimestamps()
		.build();

	public static final Shape COMMUNICATION = Shape.of("instance_communication", "ins")
		.with("blocked_country_codes", List.of())
		.withoutTimestamps()
		.build();

	public static final Shape OAUTH_APPLICATIONS = Shape.of("oauth_application_settings", "ins")
		.with("dynamic_oauth_client_registration", false)
		.with("default_scopes", List.of("profile", "email"))
		.with("oauth_jwt_access_tokens", false)
		.with("client_id_metadata_documents_advertised", false)
		.with("client_id_metadata_documents_only_allow_pre_registered_clients", false)
		.with("client_id_metadata_documents_block_implicitly_allowed_clients", false)
		.withoutTimestamps()
		.build();

	public static final Shape ORGANIZATIONS = Shape.of("organization_settings", "ins")
		.with("enabled", true)
		.with("max_allowed_memberships", 5)
		.with("max_allowed_roles", 10)
		.with("max_role_sets_allowed", 10)
		.with("max_allowed_domains", 10)
		.with("max_allowed_permissions", 50)
		.with("admin_delete_enabled", true)
		.with("domains_enabled", true)
		.with("slug_disabled", false)
		.with("domains_enrollment_modes", List.of("manual_invitation", "automatic_invitation", "automatic_suggestion"))
		.withoutTimestamps()
		.build();

	public static final Shape DOMAIN = Shape.of("domain", "dmn")
		.nullable("name")
		.with("is_satellite", false)
		.nullable("frontend_api_url", "accounts_portal_url", "proxy_url")
		.with("development_origin", "")
		.with("cname_targets", Json.array())
		.hidden("is_secondary")
		.indexed("name")
		.withoutTimestamps()
		.build();

	public static final Shape PROXY_CHECK = Shape.of("proxy_check", "prchk")
		.nullable("domain_id", "last_run_at", "proxy_url")
		.with("successful", true)
		.build();

	private InstanceShapes() {
	}

}
