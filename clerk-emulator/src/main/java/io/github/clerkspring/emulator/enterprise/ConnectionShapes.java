package io.github.clerkspring.emulator.enterprise;

import java.util.List;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Connections to the identity providers of companies. Each has a part for the protocol it
 * speaks, either SAML or OpenID Connect.
 */
public final class ConnectionShapes {

	public static final Shape CONNECTION = Shape.of("enterprise_connection", "entconn")
		.nullable("name", "provider", "logo_public_url")
		.with("active", false)
		.with("domains", List.of())
		.nullable("organization_id")
		.with("sync_user_attributes", true)
		.with("disable_additional_identifications", false)
		.with("allow_organization_account_linking", false)
		.with("custom_attributes", List.of())
		.with("authenticatable", true)
		.with("disable_jit_provisioning", false)
		.indexed("organization_id")
		.build();

	public static final Shape SAML_CONNECTION = Shape.of("saml_connection", "samlc")
		.nullable("name", "idp_entity_id", "idp_sso_url", "idp_certificate", "idp_certificate_issued_at",
				"idp_certificate_expires_at", "idp_metadata_url", "idp_metadata", "attribute_mapping")
		.with("idp_certificates", Json.array())
		.with("allow_subdomains", false)
		.with("allow_idp_initiated", false)
		.with("force_authn", false)
		.with("login_hint", Json.object().put("mode", "email_address"))
		.with("user_count", 0)
		.nullable("enterprise_connection_id")
		.indexed("enterprise_connection_id")
		.build();

	public static final Shape OAUTH_CONFIG = Shape.of("oauth_config", "eaoc")
		.nullable("name", "provider_key", "client_id", "discovery_url", "auth_url", "token_url", "user_info_url")
		.with("requires_pkce", false)
		.nullable("logo_public_url")
		.hidden("has_secret", "enterprise_connection_id")
		.indexed("enterprise_connection_id")
		.build();

	public static final Shape TEST_RUN = Shape.of("enterprise_connection_test_run", "ectr")
		.with("status", "pending")
		.nullable("connection_type", "parsed_user_info")
		.with("logs", List.of())
		.nullable("saml", "oauth")
		.hidden("enterprise_connection_id")
		.indexed("enterprise_connection_id")
		.build();

	private ConnectionShapes() {
	}

}
