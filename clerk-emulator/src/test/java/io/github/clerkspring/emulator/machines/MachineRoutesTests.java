package io.github.clerkspring.emulator.machines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of machines and their tokens.
 */
class MachineRoutesTests {

	private final ApiTester api = ApiTester.start();

	private final String instanceKey = this.api.emulator().secretKey();

	private final JsonNode storage = this.api.post("/machines", Map.of("name", "Storage"));

	private final JsonNode billing = this.api.post("/machines",
			Map.of("name", "Billing", "scoped_machines", List.of(id(this.storage)), "default_token_ttl", 600));

	private final String billingPath = "/machines/" + id(this.billing);

	@BeforeEach
	void stopTheClock() {
		this.api.emulator().clock().set(Instant.parse("2026-01-15T12:00:00Z"));
	}

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void createsListsChangesAndDeletes() {
		assertThat(id(this.billing)).startsWith("mch_");
		assertThat(this.billing.get("secret_key").asString()).startsWith("ak_");
		assertThat(this.billing.at("/scoped_machines/0/name").asString()).isEqualTo("Storage");
		JsonNode list = this.api.get("/machines?order_by=name&query=b");
		assertThat(list.at("/data/0/name").asString()).isEqualTo("Billing");
		assertThat(list.at("/data/0").has("secret_key")).isFalse();
		assertThat(this.api.get("/machines?query=" + id(this.storage)).get("total_count").intValue()).isOne();
		assertThat(this.api.patch(this.billingPath, Map.of("name", "Invoices")).get("default_token_ttl").intValue())
			.isEqualTo(600);
		this.api.fails(422, "form_param_max_length_exceeded", "PATCH", this.billingPath,
				Map.of("name", "x".repeat(256)));
		this.api.fails(422, "form_resource_not_found", "POST", "/machines",
				Map.of("name", "Other", "scoped_machines", List.of("mch_none")));
		this.api.delete("/machines/" + id(this.storage));
		assertThat(this.api.get(this.billingPath).get("scoped_machines")).isEmpty();
	}

	@Test
	void allowsAndForbidsToTalk() {
		String scopes = this.billingPath + "/scopes";
		this.api.fails(409, "conflict", "POST", scopes, Map.of("to_machine_id", id(this.storage)));
		assertThat(this.api.delete(scopes + "/" + id(this.storage)).get("deleted").booleanValue()).isTrue();
		this.api.fails(404, "resource_not_found", "DELETE", scopes + "/" + id(this.storage), null);
		JsonNode scope = this.api.post(scopes, Map.of("to_machine_id", id(this.storage)));
		assertThat(scope.get("from_machine_id").asString()).isEqualTo(id(this.billing));
	}

	@Test
	void rotatedKeyIsGoodForTheGraceOnly() {
		String before = this.billing.get("secret_key").asString();
		assertThat(this.api.get(this.billingPath + "/secret_key").get("secret").asString()).isEqualTo(before);
		String rotate = this.billingPath + "/secret_key/rotate";
		this.api.fails(422, "form_param_value_invalid", "POST", rotate, Map.of("previous_token_ttl", 28_801));
		String after = this.api.post(rotate, Map.of("previous_token_ttl", 60)).get("secret").asString();
		assertThat(after).startsWith("ak_").isNotEqualTo(before);
		this.api.as(before).post("/m2m_tokens", null);
		this.api.as(after).post("/m2m_tokens", null);
		this.api.emulator().clock().advance(Duration.ofSeconds(60));
		this.api.as(before).fails(401, "clerk_key_invalid", "POST", "/m2m_tokens", null);
		this.api.as(after).post("/m2m_tokens", null);
	}

	@Test
	void opaqueTokenIsVerifiedByInstanceAndGrantedMachine() {
		JsonNode created = asBilling().post("/m2m_tokens", Map.of("claims", Map.of("tenant", "acme")));
		String token = created.get("token").asString();
		assertThat(id(created)).matches("mt_[0-9a-f]{32}");
		assertThat(token).matches("mt_\\w{32}");
		assertThat(created.get("expiration").longValue() - created.get("created_at").longValue()).isEqualTo(600_000);
		JsonNode verified = this.api.as(this.instanceKey).post("/m2m_tokens/verify", Map.of("token", token));
		assertThat(verified.get("subject").asString()).isEqualTo(id(this.billing));
		assertThat(verified.at("/claims/tenant").asString()).isEqualTo("acme");
		assertThat(verified.has("token")).isFalse();
		assertThat(verified.get("last_used_at").isNumber()).isTrue();
		asStorage().post("/m2m_tokens/verify", Map.of("token", token));
		asBilling().fails(404, "resource_not_found", "POST", "/m2m_tokens/verify", Map.of("token", token));
		this.api.as("sk_test_wrong")
			.fails(401, "clerk_key_invalid", "POST", "/m2m_tokens/verify", Map.of("token", token));
		asStorage().fails(404, "resource_not_found", "POST", "/m2m_tokens/verify", Map.of("token", "mt_unknown"));
	}

	@Test
	void verifiesTokenUnderItsFormerName() {
		String token = asBilling().post("/m2m_tokens", null).get("token").asString();
		JsonNode verified = asStorage().post("/m2m_tokens/verify", Map.of("secret", token));
		assertThat(verified.get("subject").asString()).isEqualTo(id(this.billing));
		this.api.fails(404, "resource_not_found", "POST", "/m2m_tokens/verify",
				Map.of("token", "mt_unknown", "secret", token));
		this.api.fails(400, "form_param_missing", "POST", "/m2m_tokens/verify", Map.of());
		this.api.fails(400, "form_param_type_invalid", "POST", "/m2m_tokens/verify", Map.of("secret", 1));
	}

	@Test
	void onlyMachinesCreateTokens() {
		this.api.fails(403, "authorization_invalid", "POST", "/m2m_tokens", null);
		asBilling().fails(400, "form_param_value_invalid", "POST", "/m2m_tokens", Map.of("token_format", "paper"));
		asBilling().fails(400, "form_param_unknown", "POST", "/m2m_tokens", Map.of("scopes", List.of()));
	}

	@Test
	void signedTokenSaysWhoseItIsAndForWhom() throws Exception {
		JsonNode created = asBilling().post("/m2m_tokens",
				Map.of("token_format", "jwt", "claims", Map.of("tenant", "acme"), "seconds_until_expiration", 30));
		SignedJWT token = SignedJWT.parse(created.get("token").asString());
		assertThat(token.getHeader().getCustomParam("cat")).isEqualTo("cl_B7d4PD333AAA");
		assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(id(this.billing));
		assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(id(this.storage));
		assertThat(token.getJWTClaimsSet().getStringClaim("scopes")).isEqualTo(id(this.storage));
		assertThat(token.getJWTClaimsSet().getJWTID()).isEqualTo(id(created));
		Map<String, String> body = Map.of("token", token.serialize());
		assertThat(asStorage().post("/m2m_tokens/verify", body).at("/claims/tenant").asString()).isEqualTo("acme");
		assertThat(this.api.get("/m2m_tokens?subject=" + id(this.storage)).get("total_count").intValue()).isZero();
		asBilling().fails(400, "machine_token_reserved_claim", "POST", "/m2m_tokens",
				Map.of("token_format", "jwt", "claims", Map.of("sub", "mch_other")));
		this.api.emulator().clock().advance(Duration.ofSeconds(30));
		asStorage().fails(404, "resource_not_found", "POST", "/m2m_tokens/verify", body);
	}

	@Test
	void givesTheSameTokenWhileItLivesLongEnough() {
		Map<String, Integer> body = Map.of("min_remaining_ttl_seconds", 300);
		String first = asBilling().post("/m2m_tokens", body).get("token").asString();
		assertThat(this.api.post("/m2m_tokens", body).get("token").asString()).isEqualTo(first);
		this.api.emulator().clock().advance(Duration.ofSeconds(301));
		assertThat(this.api.post("/m2m_tokens", body).get("token").asString()).isNotEqualTo(first);
		this.api.fails(400, "form_param_value_invalid", "POST", "/m2m_tokens",
				Map.of("min_remaining_ttl_seconds", 600));
	}

	@Test
	void listsAndRevokesOwnTokens() {
		JsonNode token = asBilling().post("/m2m_tokens", null);
		JsonNode shortlived = this.api.post("/m2m_tokens", Map.of("seconds_until_expiration", 1));
		String revoke = "/m2m_tokens/" + id(token) + "/revoke";
		asStorage().fails(404, "resource_not_found", "POST", revoke, null);
		JsonNode revoked = asBilling().post(revoke, Map.of("revocation_reason", "lost"));
		assertThat(revoked.get("revocation_reason").asString()).isEqualTo("lost");
		this.api.as(this.instanceKey)
			.fails(404, "resource_not_found", "POST", "/m2m_tokens/verify",
					Map.of("token", token.get("token").asString()));
		this.api.emulator().clock().advance(Duration.ofSeconds(1));
		String list = "/m2m_tokens?subject=" + id(this.billing);
		assertThat(this.api.get(list).get("total_count").intValue()).isZero();
		assertThat(this.api.get(list + "&revoked=true").at("/m2m_tokens/0/id").asString()).isEqualTo(id(token));
		assertThat(this.api.get(list + "&expired=true").at("/m2m_tokens/0/id").asString()).isEqualTo(id(shortlived));
		assertThat(this.api.get(list + "&revoked=true&limit=1.0&offset=0.0").at("/m2m_tokens/0/id").asString())
			.isEqualTo(id(token));
		this.api.fails(400, "missing_query_parameter", "GET", "/m2m_tokens", null);
		asStorage().fails(403, "authorization_invalid", "GET", list, null);
	}

	@Test
	void tokensEndWithTheirMachine() {
		String token = asBilling().post("/m2m_tokens", null).get("token").asString();
		this.api.as(this.instanceKey).delete(this.billingPath);
		this.api.fails(404, "resource_not_found", "POST", "/m2m_tokens/verify", Map.of("token", token));
		asBilling().fails(401, "clerk_key_invalid", "POST", "/m2m_tokens", null);
	}

	private ApiTester asBilling() {
		return this.api.as(this.billing.get("secret_key").asString());
	}

	private ApiTester asStorage() {
		return this.api.as(this.storage.get("secret_key").asString());
	}

	private static String id(JsonNode resource) {
		return resource.get("id").asString();
	}

}
