package io.github.clerkspring.emulator.instance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of the instance's settings.
 */
class InstanceRoutesTests {

	private final ApiTester api = ApiTester.start();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void showsAndChangesTheInstance() {
		assertThat(this.api.get("/instance").get("environment_type").asString()).isEqualTo("development");
		this.api.patch("/instance",
				Map.of("test_mode", true, "allowed_origins", List.of("chrome-extension://abc"), "support_email",
						"help@example.com", "development_origin", "http://localhost:3000",
						"preferred_sign_in_strategy_when_password_required", "otp"));
		assertThat(this.api.get("/instance").at("/allowed_origins/0").asString()).isEqualTo("chrome-extension://abc");
		assertThat(this.api.get("/domains").at("/data/0/development_origin").asString())
			.isEqualTo("http://localhost:3000");
		this.api.patch("/instance", Map.of("allowed_origins", List.of("http://localhost:3000", "https://example.com")));
		assertThat(this.api.get("/instance").at("/allowed_origins/0").asString()).isEqualTo("http://localhost:3000");
		for (String invalid : List.of("example.com", "https://example.com/path", "https://", "https://a?b", "")) {
			this.api.fails(422, "form_invalid_origin", "PATCH", "/instance",
					Map.of("allowed_origins", List.of(invalid)));
		}
		this.api.fails(422, "form_param_value_invalid", "PATCH", "/instance",
				Map.of("preferred_sign_in_strategy_when_password_required", "guess"));
	}

	@Test
	void allowlistIsOneSettingUnderTwoNames() {
		JsonNode restrictions = this.api.patch("/instance/restrictions",
				Map.of("allowlist", true, "block_email_subaddresses", true));
		assertThat(restrictions.get("allowlist").booleanValue()).isTrue();
		JsonNode settings = this.api.patch("/beta_features/instance_settings", Map.of("from_email_address", "hello"));
		assertThat(settings.get("restricted_to_allowlist").booleanValue()).isTrue();
		assertThat(settings.get("from_email_address").asString()).isEqualTo("hello");
		this.api.patch("/beta_features/instance_settings", Map.of("restricted_to_allowlist", false));
		JsonNode after = this.api.patch("/instance/restrictions", Map.of());
		assertThat(after.get("allowlist").booleanValue()).isFalse();
		assertThat(after.get("block_email_subaddresses").booleanValue()).isTrue();
		this.api.fails(422, "form_param_format_invalid", "PATCH", "/beta_features/instance_settings",
				Map.of("from_email_address", "hello@example.com"));
	}

	@Test
	void fieldOfOneVersionIsUnknownToOthers() {
		this.api.fails(422, "form_param_unknown", "PATCH", "/instance/restrictions",
				Map.of("ignore_dots_for_gmail_addresses", true));
		String early = "/instance/restrictions?__clerk_api_version=2025-03-12";
		assertThat(this.api.patch(early, Map.of("ignore_dots_for_gmail_addresses", true))
			.get("ignore_dots_for_gmail_addresses")
			.booleanValue()).isTrue();
	}

	@Test
	void protects() {
		assertThat(this.api.get("/instance/protect").get("rules_enabled").booleanValue()).isFalse();
		this.api.patch("/instance/protect", Map.of("rules_enabled", true));
		assertThat(this.api.get("/instance/protect").get("rules_enabled").booleanValue()).isTrue();
	}

	@Test
	void keepsCountriesThatExist() {
		this.api.patch("/instance/communication", Map.of("blocked_country_codes", List.of("DE", "XX")));
		this.api.patch("/instance/communication", Map.of());
		assertThat(this.api.get("/instance/communication").get("blocked_country_codes")).hasToString("[\"DE\"]");
		this.api.fails(422, "form_param_format_invalid", "PATCH", "/instance/communication",
				Map.of("blocked_country_codes", List.of("de")));
		this.api.fails(422, "duplicate_list_items_not_allowed", "PATCH", "/instance/communication",
				Map.of("blocked_country_codes", Arrays.asList("DE", "DE")));
	}

	@Test
	void nullBringsDefaultScopesBack() {
		String path = "/instance/oauth_application_settings";
		this.api.patch(path, Map.of("default_scopes", List.of("openid"), "oauth_jwt_access_tokens", true));
		assertThat(this.api.get(path).get("default_scopes")).hasToString("[\"openid\"]");
		this.api.send(this.api.request(path), "PATCH", "{\"default_scopes\":null}");
		JsonNode settings = this.api.get(path);
		assertThat(settings.get("default_scopes")).hasToString("[\"profile\",\"email\"]");
		assertThat(settings.get("oauth_jwt_access_tokens").booleanValue()).isTrue();
	}

	@Test
	void settingsDecideAboutNewOrganizations() {
		String ada = this.api.emulator().users().create("ada@example.com");
		String path = "/instance/organization_settings";
		assertThat(this.api.get(path).get("max_allowed_memberships").intValue()).isEqualTo(5);
		this.api.patch(path, Map.of("max_allowed_memberships", 7, "admin_delete_enabled", false,
				"domains_enrollment_modes", List.of("automatic_invitation")));
		JsonNode acme = this.api.post("/organizations", Map.of("name", "Acme", "created_by", ada));
		assertThat(acme.get("max_allowed_memberships").intValue()).isEqualTo(7);
		assertThat(acme.get("admin_delete_enabled").booleanValue()).isFalse();
		String domains = "/organizations/" + acme.get("id").asString() + "/domains";
		this.api.fails(403, "organization_domain_enrollment_mode_not_enabled", "POST", domains,
				Map.of("name", "acme.com", "enrollment_mode", "automatic_suggestion"));
		this.api.post(domains, Map.of("name", "acme.com", "enrollment_mode", "automatic_invitation"));
		this.api.patch(path, Map.of("domains_enabled", false));
		this.api.fails(403, "organization_domains_not_enabled", "POST", domains, Map.of("name", "acme.org"));
		this.api.patch(path, Map.of("enabled", false));
		this.api.fails(403, "organization_not_enabled_in_instance", "POST", "/organizations", Map.of("name", "Other"));
		this.api.fails(404, "resource_not_found", "PATCH", path, Map.of("creator_role_id", "role_none"));
		String member = this.api.get("/organization_roles?query=org:member").at("/data/0/id").asString();
		this.api.fails(422, "organization_missing_creator_role_permissions", "PATCH", path,
				Map.of("creator_role_id", member));
		this.api.fails(422, "form_param_value_invalid", "PATCH", path, Map.of("max_allowed_memberships", -1));
	}

}
