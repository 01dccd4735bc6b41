package io.github.clerkspring.emulator.enterprise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of enterprise connections and of SAML connections.
 */
class EnterpriseConnectionRoutesTests {

	/** Valid from 25 November 2026 for a hundred years, and signed by itself. */
	private static final String CERTIFICATE = "MIIBizCCATGgAwIBAgIUFb+u49n8fePN1umqGLuanr7d/20wCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUu"
			+ "Y29tMCAXDTI2MTEyNTAxMjIyN1oYDzIxMjYxMTAxMDEyMjI3WjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wWTATBgcq"
			+ "hkjOPQIBBggqhkjOPQMBBwNCAAR/jC9j17OjvrTkAjp2Xn/Ozw+TCp7yl17HjegD+E7z8cMiIDmuiaUFsBzPPlgX5BCpE3sr"
			+ "vD6L8vuBcKieLc1Oo1MwUTAdBgNVHQ4EFgQUD0p26dqD51067ox96m+8OvVLM4QwHwYDVR0jBBgwFoAUD0p26dqD51067ox9"
			+ "6m+8OvVLM4QwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiANI+NDg49tgGfB0ZZRMU+BLm/yGFX71q95F9wt"
			+ "GdXNKgIhAI75VBMa4u2c69wh4mcFF2UmLY8ZuDQwl/aiuKD0UCMG";

	private static final String METADATA = """
			<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com">
			<IDPSSODescriptor><KeyDescriptor><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
			<X509Certificate>%s</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
			<SingleSignOnService Location="https://idp.example.com/sso"/></IDPSSODescriptor></EntityDescriptor>
			""".formatted(CERTIFICATE);

	private static final String ALL = "/enterprise_connections";

	private static final String SAML = "/saml_connections";

	private final ApiTester api = ApiTester.start();

	private final JsonNode created = this.api.post(ALL, Map.of("name", "Acme", "provider", "saml_okta", "domains",
			List.of("Acme.com"), "saml", Map.of("allow_subdomains", true)));

	private final String path = ALL + "/" + this.created.get("id").asString();

	private final String saml = SAML + "/" + this.created.at("/saml_connection/id").asString();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void bothApisShowOneConnection() {
		assertThat(this.created.get("domains")).hasToString("[\"acme.com\"]");
		assertThat(this.created.get("authenticatable").booleanValue()).isTrue();
		assertThat(this.created.get("disable_jit_provisioning").booleanValue()).isFalse();
		JsonNode shown = this.api.get(this.saml);
		assertThat(shown.get("enterprise_connection_id")).isEqualTo(this.created.get("id"));
		assertThat(shown.get("allow_subdomains").booleanValue()).isTrue();
		assertThat(shown.has("authenticatable") && shown.has("disable_jit_provisioning")).isTrue();
		assertThat(shown.at("/attribute_mapping/email_address").asString()).isEqualTo("mail");
		this.api.patch(this.saml, Map.of("name", "Acme SSO", "domains", List.of("acme.org"), "attribute_mapping",
				Map.of("email_address", "email"), "login_hint", Map.of("mode", "off")));
		JsonNode changed = this.api.get(this.path);
		assertThat(changed.get("name").asString()).isEqualTo("Acme SSO");
		assertThat(changed.get("domains")).hasToString("[\"acme.org\"]");
		assertThat(changed.at("/saml_connection/login_hint/mode").asString()).isEqualTo("off");
		assertThat(this.api.get(this.saml).at("/attribute_mapping/first_name").asString()).isEqualTo("firstName");
		this.api.delete(this.saml);
		this.api.fails(404, "resource_not_found", "GET", this.path, null);
	}

	@Test
	void activatesOnlyWhatIsConfigured() {
		this.api.fails(422, "saml_connection_cant_be_activated", "PATCH", this.path, Map.of("active", true));
		JsonNode active = this.api.patch(this.path, Map.of("active", true, "saml", Map.of("idp_metadata", METADATA)));
		assertThat(active.at("/saml_connection/idp_sso_url").asString()).isEqualTo("https://idp.example.com/sso");
		assertThat(active.at("/saml_connection/active").booleanValue()).isTrue();
		assertThat(this.api.get(this.saml).get("idp_certificate_issued_at").longValue()).isEqualTo(1_795_569_747_000L);
		Map<String, Object> cleared = new HashMap<>();
		cleared.put("idp_certificate", null);
		this.api.fails(422, "saml_connection_cant_be_activated", "PATCH", this.saml, cleared);
	}

	@Test
	void refusesMetadataAndCertificatesThatSayNothing() {
		this.api.fails(422, "saml_failed_to_parse_idp_metadata", "PATCH", this.saml, Map.of("idp_metadata", "<x"));
		this.api.fails(422, "saml_failed_to_parse_idp_metadata", "PATCH", this.saml,
				Map.of("idp_metadata", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>"));
		this.api.fails(422, "saml_metadata_missing_fields", "PATCH", this.saml, Map.of("idp_metadata", "<x/>"));
		this.api.fails(422, "form_param_format_invalid", "PATCH", this.saml, Map.of("idp_certificate", "CERT"));
		this.api.fails(422, "form_conditional_param_missing", "PATCH", this.saml,
				Map.of("login_hint", Map.of("mode", "custom_attribute")));
		assertThat(this.api.get(this.saml).get("idp_metadata").isNull()).isTrue();
	}

	@Test
	void createsBySamlApi() {
		JsonNode other = this.api.post(SAML, Map.of("name", "Globex", "provider", "saml_google", "domain", "globex.com",
				"idp_metadata_url", "https://idp.globex.com/metadata", "force_authn", true));
		assertThat(other.get("domain").asString()).isEqualTo("globex.com");
		String enterprise = ALL + "/" + other.get("enterprise_connection_id").asString();
		assertThat(this.api.get(enterprise).at("/saml_connection/force_authn").booleanValue()).isTrue();
		assertThat(names(SAML + "?order_by=name")).containsExactly("Acme", "Globex");
		assertThat(names(SAML + "?query=GLO")).containsExactly("Globex");
		this.api.patch(SAML + "/" + other.get("id").asString(), Map.of("active", true));
		assertThat(names(ALL + "?active=true")).containsExactly("Globex");
		assertThat(names(ALL + "?active=false")).containsExactly("Acme");
		this.api.fails(422, "form_param_missing", "POST", SAML, Map.of("name", "X", "provider", "saml_custom"));
		this.api.fails(422, "form_param_value_invalid", "POST", SAML,
				Map.of("name", "X", "provider", "oidc_custom", "domain", "x.com"));
	}

	@Test
	void createsWithOpenIdConnect() {
		Map<String, Object> oidc = Map.of("client_id", "abc", "discovery_url", "https://idp.example.com");
		Map<String, Object> body = Map.of("name", "Git Lab", "provider", "oidc_gitlab", "domains", List.of("git.com"),
				"active", true);
		Map<String, Object> closed = new HashMap<>(body);
		closed.put("oidc", oidc);
		this.api.fails(422, "form_param_value_invalid", "POST", ALL, closed);
		closed.put("oidc", Map.of("client_id", "abc", "client_secret", "planted_client_secret"));
		JsonNode connection = this.api.post(ALL, closed);
		assertThat(connection.toString()).doesNotContain("planted_client_secret").contains("oidc_gitlab_ent_git_lab");
		assertThat(connection.get("saml_connection").isNull()).isTrue();
		String one = ALL + "/" + connection.get("id").asString();
		this.api.patch(one, Map.of("oidc", Map.of("token_url", "https://idp.example.com/token")));
		assertThat(this.api.get(one).at("/oauth_config/client_id").asString()).isEqualTo("abc");
		assertThat(this.api.get(SAML).get("total_count").intValue()).isOne();
	}

	@Test
	void linksOneConnectionToAnOrganization() {
		String acme = this.api.emulator().organizations().create("Acme");
		String globex = this.api.emulator().organizations().create("Globex");
		this.api.patch(this.path, Map.of("organization_id", acme));
		Map<String, Object> second = Map.of("name", "Second", "provider", "saml_custom", "domains", List.of("acme.net"),
				"organization_id", acme);
		this.api.fails(422, "organization_already_has_sso_connection", "POST", ALL, second);
		this.api.fails(404, "resource_not_found", "PATCH", this.path, Map.of("organization_id", "org_none"));
		assertThat(names(ALL + "?organization_id=" + acme)).containsExactly("Acme");
		assertThat(names(ALL + "?organization_id=" + globex)).isEmpty();
		assertThat(names(SAML + "?organization_id=-" + acme)).isEmpty();
		this.api.delete("/organizations/" + acme);
		assertThat(this.api.get(this.path).get("organization_id").isNull()).isTrue();
	}

	@Test
	void claimsDomainsByWhichOrganizationsEnroll() {
		String organization = "/organizations/" + this.api.emulator().organizations().create("Acme");
		this.api.post(organization + "/domains", Map.of("name", "acme.com", "enrollment_mode", "automatic_invitation"));
		Map<String, Object> activation = Map.of("active", true, "idp_metadata_url", "https://idp.acme.com");
		this.api.fails(422, "organization_domain_exists_for_enrollment", "PATCH", this.saml, activation);
		Map<String, Object> consenting = new HashMap<>(activation);
		consenting.put("consent_verified_domains_deletion", true);
		this.api.patch(this.saml, consenting);
		assertThat(this.api.get(organization + "/domains").get("total_count").intValue()).isZero();
	}

	@Test
	void keepsCustomAttributes() {
		Map<String, Object> attribute = Map.of("name", "Number", "key", "number", "scim_path", "employeeNumber");
		JsonNode changed = this.api.patch(this.path, Map.of("custom_attributes", List.of(attribute)));
		assertThat(changed.at("/custom_attributes/0/directory_path").asString()).isEqualTo("employeeNumber");
		this.api.fails(422, "form_param_duplicate", "PATCH", this.path,
				Map.of("custom_attributes", List.of(attribute, attribute)));
		this.api.fails(422, "form_param_value_conflict", "PATCH", this.path, Map.of("custom_attributes",
				List.of(Map.of("name", "N", "key", "n", "scim_path", "a", "directory_path", "b"))));
		this.api.fails(422, "form_param_format_invalid", "PATCH", this.path,
				Map.of("custom_attributes", List.of(Map.of("name", "N", "key", "_n"))));
	}

	@Test
	void listsTestRuns() {
		assertThat(this.api.post(this.path + "/test_runs", null).get("url").asString()).startsWith("https://");
		JsonNode runs = this.api.get(this.path + "/test_runs?status=pending&status=failed");
		assertThat(runs.at("/data/0/connection_type").asString()).isEqualTo("saml");
		assertThat(this.api.get(this.path + "/test_runs?status=success").get("total_count").intValue()).isZero();
		this.api.fails(422, "form_param_value_invalid", "GET", this.path + "/test_runs?status=x", null);
		this.api.delete(this.path);
		this.api.fails(404, "resource_not_found", "GET", this.path + "/test_runs", null);
	}

	private List<String> names(String list) {
		return this.api.get(list).get("data").valueStream().map((node) -> node.get("name").asString()).toList();
	}

	@Test
	void describesEachCertificate() {
		JsonNode changed = this.api.patch(this.saml, Map.of("idp_certificates", List.of(CERTIFICATE, CERTIFICATE)));
		assertThat(changed.get("idp_certificates")).hasSize(2);
		assertThat(changed.at("/idp_certificates/1/issued_at").longValue()).isEqualTo(1_795_569_747_000L);
		assertThat(changed.get("idp_certificate").asString()).isEqualTo(CERTIFICATE);
		this.api.fails(422, "form_param_format_invalid", "PATCH", this.saml,
				Map.of("idp_certificates", List.of(CERTIFICATE, "CERT")));
	}

	@Test
	void refusesDomainOfAnotherConnection() {
		Map<String, Object> first = Map.of("name", "One", "provider", "saml_okta", "domain", "taken.example");
		this.api.post("/saml_connections", first);
		this.api.fails(409, "duplicate_record", "POST", "/saml_connections", first);
		this.api.fails(409, "duplicate_record", "PATCH", this.saml, Map.of("domain", "taken.example"));
		this.api.fails(409, "duplicate_record", "POST", "/enterprise_connections",
				Map.of("name", "Two", "provider", "saml_okta", "domains", List.of("taken.example")));
	}

}
