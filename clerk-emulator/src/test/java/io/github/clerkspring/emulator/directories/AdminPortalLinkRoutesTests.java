package io.github.clerkspring.emulator.directories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of tokens for the portal of administrators.
 */
class AdminPortalLinkRoutesTests {

	private static final String ALL = "/admin_portal_link_tokens";

	private final ApiTester api = ApiTester.start();

	private final String acme = this.api.emulator().organizations().create("Acme");

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void showsTokenOnceAndExpires() {
		this.api.emulator().clock().set(Instant.parse("2026-01-15T12:00:00Z"));
		JsonNode created = this.api.post(ALL, Map.of("organization_id", this.acme, "scopes",
				List.of("admin_portal:read"), "seconds_until_expiration", 60));
		assertThat(created.get("id").asString()).matches("aplt_[0-9A-Fa-f]{32}");
		assertThat(created.get("token").asString()).startsWith("aplt_");
		assertThat(created.get("expiration").longValue() - created.get("created_at").longValue()).isEqualTo(60_000);
		assertThat(created.get("expired").booleanValue()).isFalse();
		this.api.emulator().clock().advance(Duration.ofMinutes(2));
		JsonNode revoked = this.api.post(ALL + "/" + created.get("id").asString() + "/revoke",
				Map.of("revocation_reason", "Lost"));
		assertThat(revoked.get("expired").booleanValue()).isTrue();
		assertThat(revoked.get("revoked").booleanValue()).isTrue();
		assertThat(revoked.get("revocation_reason").asString()).isEqualTo("Lost");
		assertThat(revoked.has("token")).isFalse();
	}

	@Test
	void linkBelongsToTheOrganization() {
		JsonNode first = this.api.post(ALL, Map.of("organization_id", this.acme));
		JsonNode second = this.api.post(ALL, Map.of("organization_id", this.acme));
		JsonNode other = this.api.post(ALL, Map.of());
		assertThat(second.get("admin_portal_link_id")).isEqualTo(first.get("admin_portal_link_id"));
		assertThat(other.get("admin_portal_link_id")).isNotEqualTo(first.get("admin_portal_link_id"));
		this.api.delete("/organizations/" + this.acme);
		this.api.fails(404, "resource_not_found", "POST", ALL + "/" + first.get("id").asString() + "/revoke", Map.of());
	}

	@Test
	void refusesLifetimesAndOrganizationsThatCannotBe() {
		this.api.fails(400, "form_param_value_invalid", "POST", ALL, Map.of("seconds_until_expiration", 0));
		this.api.fails(400, "form_param_value_invalid", "POST", ALL, Map.of("seconds_until_expiration", 86_401));
		this.api.fails(404, "resource_not_found", "POST", ALL, Map.of("organization_id", "org_none"));
		this.api.fails(400, "form_param_unknown", "POST", ALL, Map.of("user_id", "user_x"));
	}

}
