package io.github.clerkspring.emulator.machines;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of API keys.
 */
class ApiKeyRoutesTests {

	private final ApiTester api = ApiTester.start();

	private final String ada = this.api.emulator().users().create("ada@example.com");

	private final JsonNode key = this.api.post("/api_keys", Map.of("name", "Robot", "subject", this.ada, "scopes",
			List.of("invoices:read"), "claims", Map.of("tenant", "acme"), "seconds_until_expiration", 3600));

	private final String path = "/api_keys/" + this.key.get("id").asString();

	private final Map<String, String> secret = Map.of("secret", this.key.get("secret").asString());

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void showsTheSecretAtCreationAndWhenAsked() {
		assertThat(this.key.get("id").asString()).matches("ak_[0-9a-f]{32}");
		assertThat(this.key.get("secret").asString()).matches("ak_\\w{32}");
		assertThat(this.api.get(this.path).has("secret")).isFalse();
		assertThat(this.api.get(this.path + "/secret").get("secret")).isEqualTo(this.key.get("secret"));
	}

	@Test
	void verifiesUntilRevoked() {
		JsonNode verified = this.api.post("/api_keys/verify", this.secret);
		assertThat(verified.get("subject").asString()).isEqualTo(this.ada);
		assertThat(verified.at("/scopes/0").asString()).isEqualTo("invoices:read");
		assertThat(verified.at("/claims/tenant").asString()).isEqualTo("acme");
		JsonNode revoked = this.api.post(this.path + "/revoke", Map.of("revocation_reason", "lost"));
		assertThat(revoked.get("revoked").booleanValue()).isTrue();
		this.api.fails(404, "resource_not_found", "POST", "/api_keys/verify", this.secret);
		this.api.fails(404, "resource_not_found", "POST", "/api_keys/verify", Map.of("secret", "ak_unknown"));
		this.api.fails(400, "form_param_missing", "POST", "/api_keys/verify", Map.of());
	}

	@Test
	void verifiesUntilExpired() {
		this.api.emulator().clock().advance(Duration.ofHours(1));
		this.api.fails(404, "resource_not_found", "POST", "/api_keys/verify", this.secret);
		assertThat(this.api.get(this.path).get("expired").booleanValue()).isTrue();
		Map<String, Object> never = new HashMap<>();
		never.put("seconds_until_expiration", null);
		assertThat(this.api.patch(this.path, never).get("expiration").isNull()).isTrue();
		this.api.post("/api_keys/verify", this.secret);
	}

	@Test
	void listsKeysOfASubject() {
		this.api.post("/api_keys", Map.of("name", "Other", "subject", this.ada));
		this.api.post(this.path + "/revoke", null);
		String list = "/api_keys?subject=" + this.ada;
		assertThat(this.api.get(list).get("total_count").intValue()).isOne();
		assertThat(this.api.get(list + "&include_invalid=true").get("total_count").intValue()).isEqualTo(2);
		assertThat(this.api.get(list + "&include_invalid=true&query=rob").at("/data/0/name").asString())
			.isEqualTo("Robot");
		assertThat(this.api.get(list + "&type=other").get("total_count").intValue()).isZero();
		assertThat(this.api.get(list + "&include_invalid=true&limit=1.0&offset=1.0").get("data")).hasSize(1);
		for (String number : List.of("1.5", "1e30", "NaN", "0x1")) {
			this.api.fails(400, "form_param_format_invalid", "GET", list + "&limit=" + number, null);
		}
		this.api.fails(400, "missing_query_parameter", "GET", "/api_keys", null);
	}

	@Test
	void changesAndDeletes() {
		JsonNode changed = this.api.patch(this.path, Map.of("description", "Reads", "scopes", List.of("a", "b")));
		assertThat(changed.get("scopes")).hasSize(2);
		assertThat(changed.get("expiration")).isEqualTo(this.key.get("expiration"));
		this.api.fails(400, "form_param_unknown", "PATCH", this.path, Map.of("name", "Other"));
		assertThat(this.api.delete(this.path).get("deleted").booleanValue()).isTrue();
		this.api.fails(404, "resource_not_found", "GET", this.path, null);
	}

	@Test
	void refusesWhatIsNoNameOrSubject() {
		this.api.fails(409, "conflict", "POST", "/api_keys", Map.of("name", "Robot", "subject", this.ada));
		this.api.fails(400, "form_param_min_length_exceeded", "POST", "/api_keys",
				Map.of("name", "R", "subject", this.ada));
		this.api.fails(400, "form_param_format_invalid", "POST", "/api_keys",
				Map.of("name", " Robot", "subject", this.ada));
		this.api.fails(400, "form_param_format_invalid", "POST", "/api_keys",
				Map.of("name", "Robot", "subject", "sess_1"));
	}

	@Test
	void keysEndWithTheirSubject() {
		this.api.delete("/users/" + this.ada);
		this.api.fails(404, "resource_not_found", "POST", "/api_keys/verify", this.secret);
	}

	@Test
	void refusesCreatorThatIsNoUser() {
		for (String creator : List.of("***", "org_x", "")) {
			this.api.fails(400, "form_param_format_invalid", "POST", "/api_keys",
					Map.of("name", "Other", "subject", this.ada, "created_by", creator));
		}
		this.api.post("/api_keys", Map.of("name", "Other", "subject", this.ada, "created_by", this.ada));
	}

}
