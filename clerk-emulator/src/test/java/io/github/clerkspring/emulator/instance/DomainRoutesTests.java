package io.github.clerkspring.emulator.instance;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of the instance's domains.
 */
class DomainRoutesTests {

	private final ApiTester api = ApiTester.start();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void beginsWithThePrimaryDomain() {
		JsonNode domains = this.api.get("/domains");
		assertThat(domains.get("total_count").intValue()).isOne();
		assertThat(domains.at("/data/0/name").asString()).isEqualTo("emulator.test");
		assertThat(domains.at("/data/0/frontend_api_url").asString()).isEqualTo(this.api.emulator().issuer());
		String primary = "/domains/" + domains.at("/data/0/id").asString();
		this.api.fails(403, "operation_not_allowed_on_primary_domain", "DELETE", primary, null);
		this.api.fails(422, "primary_domain_already_exists", "POST", "/domains",
				Map.of("name", "other.test", "is_satellite", false));
	}

	@Test
	void addsChangesAndDeletesSatellites() {
		JsonNode satellite = this.api.post("/domains", Map.of("name", "Shop.Example.com", "is_satellite", true,
				"proxy_url", "https://shop.example.com/clerk"));
		assertThat(satellite.get("name").asString()).isEqualTo("shop.example.com");
		assertThat(satellite.at("/cname_targets/0/host").asString()).isEqualTo("clerk.shop.example.com");
		String path = "/domains/" + satellite.get("id").asString();
		this.api.fails(422, "form_already_exists", "POST", "/domains",
				Map.of("name", "shop.example.com", "is_satellite", true));
		this.api.fails(422, "form_param_format_invalid", "POST", "/domains",
				Map.of("name", "https://x.com", "is_satellite", true));
		this.api.fails(422, "known_hosting_domain", "POST", "/domains",
				Map.of("name", "mine.vercel.app", "is_satellite", true));
		this.api.fails(422, "reserved_domain", "PATCH", path, Map.of("name", "clerk.com"));
		assertThat(this.api.patch(path, Map.of("name", "store.example.com")).get("frontend_api_url").asString())
			.isEqualTo("https://clerk.store.example.com");
		this.api.delete(path);
		this.api.fails(404, "resource_not_found", "PATCH", path, Map.of("name", "x.example.com"));
	}

	@Test
	void checksProxies() {
		String id = this.api.get("/domains").at("/data/0/id").asString();
		JsonNode check = this.api.post("/proxy_checks",
				Map.of("domain_id", id, "proxy_url", "https://example.com/__clerk"));
		assertThat(check.get("successful").booleanValue()).isTrue();
		this.api.fails(422, "form_param_missing", "POST", "/proxy_checks", Map.of("domain_id", id));
		this.api.fails(422, "form_resource_not_found", "POST", "/proxy_checks", Map.of("domain_id", "dmn_none"));
		this.api.fails(422, "invalid_proxy_configuration", "POST", "/proxy_checks",
				Map.of("domain_id", id, "proxy_url", "example.com"));
		this.api.patch("/domains/" + id, Map.of("proxy_url", "https://example.com/__clerk"));
		assertThat(this.api.post("/proxy_checks", Map.of("domain_id", id)).get("proxy_url").asString())
			.isEqualTo("https://example.com/__clerk");
	}

	@Test
	void changeOfTheDomainSignsEverybodyOut() {
		String ada = this.api.emulator().users().create("ada@example.com");
		JsonNode session = this.api.post("/sessions", Map.of("user_id", ada));
		this.api.post("/instance/change_domain", Map.of("home_url", "https://www.example.com"));
		assertThat(this.api.get("/domains").at("/data/0/name").asString()).isEqualTo("example.com");
		assertThat(this.api.get("/sessions/" + session.get("id").asString()).get("status").asString())
			.isEqualTo("ended");
		this.api.put("/beta_features/domain", Map.of("home_url", "https://app.example.org", "is_secondary", true));
		assertThat(this.api.get("/domains").at("/data/0/accounts_portal_url").asString())
			.isEqualTo("https://accounts.app.example.org");
		this.api.post("/beta_features/change_domain", Map.of("home_url", "https://example.net"));
		this.api.fails(422, "form_param_format_invalid", "POST", "/instance/change_domain",
				Map.of("home_url", "example.com"));
	}

}
