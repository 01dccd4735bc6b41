package io.github.clerkspring.emulator.oauth;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.OAuthTokenBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of OAuth applications and their access tokens.
 */
class OAuthApplicationRoutesTests {

	private static final String VERIFY = "/oauth_applications/access_tokens/verify";

	private final ApiTester api = ApiTester.start();

	private final ClerkEmulator clerk = this.api.emulator();

	private final JsonNode created = this.api.post("/oauth_applications",
			Map.of("name", "Planner", "redirect_uris", List.of("https://planner.example.com/callback")));

	private final String path = "/oauth_applications/" + this.created.get("id").asString();

	private final String clientId = this.created.get("client_id").asString();

	private final String ada = this.clerk.users().create("ada@example.com");

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void createsWithASecretThatIsShownOnce() {
		assertThat(this.created.get("client_secret").asString()).hasSize(32);
		assertThat(this.created.get("scopes").asString()).isEqualTo("profile email");
		assertThat(this.created.get("callback_url").asString()).isEqualTo("https://planner.example.com/callback");
		assertThat(this.api.get(this.path).has("client_secret")).isFalse();
		JsonNode rotated = this.api.post(this.path + "/rotate_secret", null);
		assertThat(rotated.get("client_secret")).isNotNull().isNotEqualTo(this.created.get("client_secret"));
	}

	@Test
	void publicClientHasNoSecretAndNeedsPkce() {
		JsonNode open = this.api.post("/oauth_applications", Map.of("name", "Phone", "public", true));
		assertThat(open.has("client_secret")).isFalse();
		assertThat(open.get("pkce_required").booleanValue()).isTrue();
		this.api.fails(422, "form_public_client_requires_pkce", "POST", "/oauth_applications",
				Map.of("name", "Phone", "public", true, "pkce_required", false));
		this.api.fails(422, "form_public_client_requires_pkce", "PATCH", this.path, Map.of("public", true));
		this.api.patch(this.path, Map.of("public", true, "pkce_required", true));
		assertThat(this.api.post(this.path + "/rotate_secret", null).has("client_secret")).isFalse();
	}

	@Test
	void listsChangesAndDeletes() {
		this.api.post("/oauth_applications", Map.of("name", "Aardvark", "callback_url", "app://back"));
		assertThat(this.api.get("/oauth_applications").at("/data/0/name").asString()).isEqualTo("Planner");
		assertThat(this.api.get("/oauth_applications?order_by=name").at("/data/0/name").asString())
			.isEqualTo("Aardvark");
		assertThat(this.api.get("/oauth_applications?name_query=PLAN").get("total_count").intValue()).isOne();
		assertThat(this.api.get("/oauth_applications?name_query=" + this.clientId).get("total_count").intValue())
			.isOne();
		JsonNode changed = this.api.patch(this.path, Map.of("name", "Plans", "scopes", "profile offline_access"));
		assertThat(changed.get("redirect_uris")).hasSize(1);
		assertThat(this.api.upload("PUT", this.path + "/logo").get("client_image_url").asString())
			.startsWith("https://img.clerk.com/");
		String token = this.clerk.oauthToken(this.ada, this.clientId).opaque().mint();
		this.api.delete(this.path);
		this.api.fails(404, "resource_not_found", "GET", this.path, null);
		this.api.fails(404, "resource_not_found", "POST", VERIFY, Map.of("access_token", token));
	}

	@Test
	void refusesWhatIsNoScopeOrUri() {
		this.api.fails(422, "form_param_value_invalid", "PATCH", this.path, Map.of("scopes", "profile everything"));
		this.api.fails(422, "form_param_format_invalid", "PATCH", this.path, Map.of("redirect_uris", List.of("/back")));
		this.api.fails(400, "duplicate_record", "PATCH", this.path,
				Map.of("redirect_uris", List.of("app://back", "app://back")));
		this.api.fails(422, "form_param_max_length_exceeded", "PATCH", this.path, Map.of("name", "x".repeat(257)));
	}

	@Test
	void verifiesOpaqueTokenUntilRevoked() {
		String token = this.clerk.oauthToken(this.ada, this.clientId).opaque().mint();
		assertThat(token).matches("oat_\\w{32}");
		JsonNode verified = this.api.post(VERIFY, Map.of("access_token", token));
		assertThat(verified.get("subject").asString()).isEqualTo(this.ada);
		assertThat(verified.get("client_id").asString()).isEqualTo(this.clientId);
		assertThat(verified.get("scopes")).hasSize(2);
		this.api.post(VERIFY, Map.of("secret", token));
		this.api.post(this.path + "/revoke_token", Map.of("token", token));
		this.api.fails(404, "resource_not_found", "POST", VERIFY, Map.of("access_token", token));
		String expired = this.clerk.oauthToken(this.ada, this.clientId).opaque().expired().mint();
		this.api.fails(404, "resource_not_found", "POST", VERIFY, Map.of("access_token", expired));
		this.api.fails(404, "resource_not_found", "POST", this.path + "/revoke_token", Map.of("token", "oat_none"));
		this.api.fails(400, "form_param_missing", "POST", VERIFY, Map.of());
	}

	@Test
	void revokesTokensOfTheApplicationOnly() {
		String foreign = this.clerk.oauthToken(this.ada, "other").opaque().mint();
		this.api.fails(404, "resource_not_found", "POST", this.path + "/revoke_token", Map.of("token", foreign));
		String jwt = this.clerk.oauthToken(this.ada, this.clientId).mint();
		this.api.fails(422, "form_param_value_invalid", "POST", this.path + "/revoke_token", Map.of("token", jwt));
	}

	@Test
	void verifiesSignedTokenUntilExpired() {
		Map<String, String> body = Map.of("access_token", this.clerk.oauthToken(this.ada, this.clientId).mint());
		JsonNode verified = this.api.post(VERIFY, body);
		assertThat(verified.get("id").asString()).matches("oat_[0-9a-f]{32}");
		assertThat(verified.get("scopes")).hasSize(2);
		this.clerk.clock().advance(Duration.ofDays(1));
		assertThat(this.api.post(VERIFY, body)).hasToString("{\"active\":false}");
		String strange = this.clerk.oauthToken(this.ada, this.clientId).signedByStranger().mint();
		this.api.fails(404, "resource_not_found", "POST", VERIFY, Map.of("access_token", strange));
	}

	@Test
	void tokensEndWithTheirUser() {
		String token = this.clerk.oauthToken(this.ada, this.clientId).opaque().mint();
		this.clerk.users().delete(this.ada);
		this.api.fails(404, "resource_not_found", "POST", VERIFY, Map.of("access_token", token));
	}

	@Test
	void answersVerificationWithoutVersionInThePath() {
		String token = this.clerk.oauthToken(this.ada, this.clientId).opaque().mint();
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.clerk.baseUrl() + VERIFY))
			.header("Authorization", "Bearer " + this.clerk.secretKey())
			.header("Content-Type", "application/json");
		String body = "{\"access_token\":\"" + token + "\"}";
		assertThat(this.api.send(request, "POST", body).body()).contains("\"subject\":\"" + this.ada + "\"");
	}

	@Test
	void tellsAudienceActorAndOrganizationOfTokens() {
		for (boolean opaque : new boolean[] { true, false }) {
			OAuthTokenBuilder builder = this.clerk.oauthToken(this.ada, this.clientId)
				.claim("aud", "https://api.example.com")
				.claim("act", Map.of("sub", "user_support"))
				.claim("org_id", "org_acme");
			String token = ((opaque) ? builder.opaque() : builder.jwt()).mint();
			JsonNode verified = this.api.post("/oauth_applications/access_tokens/verify",
					Map.of("access_token", token));
			assertThat(verified.at("/aud/0").asString()).isEqualTo("https://api.example.com");
			assertThat(verified.at("/act/sub").asString()).isEqualTo("user_support");
			assertThat(verified.get("org_id").asString()).isEqualTo("org_acme");
		}
	}

}
