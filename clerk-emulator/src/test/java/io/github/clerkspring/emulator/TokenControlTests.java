package io.github.clerkspring.emulator;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TokenControl}, {@link SignUpControl} and {@link TemplateTokenBuilder}.
 */
class TokenControlTests {

	private static final long NOW = 1_893_456_000L;

	private final ControlTester control = ControlTester.start();

	private final ClerkEmulator clerk = this.control.emulator();

	private String ada = "";

	@BeforeEach
	void seed() {
		this.control.post("/clock", Map.of("set", "2030-01-01T00:00:00Z"));
		this.ada = this.clerk.users().create("ada@example.com");
	}

	@AfterEach
	void close() {
		this.control.close();
	}

	@Test
	void mintsSessionTokensWithAllThatIsAskedFor() throws Exception {
		String acme = this.clerk.organizations().create("Acme");
		JsonNode minted = this.control.post("/tokens/session",
				Map.ofEntries(Map.entry("user_id", this.ada), Map.entry("organization_id", acme),
						Map.entry("role", "org:accountant"), Map.entry("permissions", List.of("org:invoices:read")),
						Map.entry("authorized_party", "https://app.example.com"), Map.entry("second_factor_age", 3),
						Map.entry("actor", Map.of("sub", "user_root")), Map.entry("expires_in", 90),
						Map.entry("claims", Map.of("tenant", Map.of("id", 7))),
						Map.entry("header", Map.of("cat", "cl_other"))));
		JsonNode claims = minted.get("claims");
		assertThat(claims.get("sub").asString()).isEqualTo(this.ada);
		assertThat(claims.get("exp").asLong()).isEqualTo(NOW + 90);
		assertThat(claims.get("azp").asString()).isEqualTo("https://app.example.com");
		assertThat(claims.get("fva").toString()).isEqualTo("[0,3]");
		assertThat(claims.at("/act/sub").asString()).isEqualTo("user_root");
		assertThat(claims.at("/o/rol").asString()).isEqualTo("accountant");
		assertThat(claims.at("/o/per").asString()).isEqualTo("read");
		assertThat(claims.at("/tenant/id").asInt()).isEqualTo(7);
		assertThat(minted.at("/header/cat").asString()).isEqualTo("cl_other");
		assertThat(verified(minted)).isTrue();
	}

	@Test
	void mintsWrongOnes() throws Exception {
		assertThat(mint("expired").at("/claims/exp").asLong()).isEqualTo(NOW - 60);
		assertThat(mint("not_yet_valid").at("/claims/nbf").asLong()).isEqualTo(NOW + 3600);
		assertThat(mint("pending").at("/claims/sts").asString()).isEqualTo("pending");
		assertThat(verified(mint("signed_by_stranger"))).isFalse();
		JsonNode unsigned = this.control.post("/tokens/session",
				Map.of("user_id", this.ada, "header", Map.of("alg", "none")));
		assertThat(unsigned.get("token").asString()).endsWith(".");
	}

	@Test
	void leavesOutClaimsThatAreNull() {
		JsonNode minted = this.control.post("/tokens/session",
				"{\"user_id\":\"user_x\",\"version\":1,\"claims\":{\"sid\":null},\"header\":{\"kid\":null}}");
		assertThat(minted.get("claims").propertyNames()).contains("sub").doesNotContain("sid", "v");
		assertThat(minted.get("header").propertyNames()).contains("alg").doesNotContain("kid");
	}

	@Test
	void mintsTokensOfTemplates() throws Exception {
		this.clerk.call("POST", "/jwt_templates",
				Map.of("name", "hasura", "claims", Map.of("mail", "{{user.primary_email_address}}")));
		JsonNode minted = this.control.post("/tokens/template",
				Map.of("user_id", this.ada, "template", "hasura", "expires_in", 5, "claims", Map.of("aud", "api")));
		assertThat(minted.at("/claims/mail").asString()).isEqualTo("ada@example.com");
		assertThat(minted.at("/claims/aud").asString()).isEqualTo("api");
		assertThat(minted.at("/claims/exp").asLong()).isEqualTo(NOW + 5);
		assertThat(verified(minted)).isTrue();
		assertThat(verified(this.control.post("/tokens/template",
				Map.of("user_id", this.ada, "template", "hasura", "signed_by_stranger", true))))
			.isFalse();
	}

	@Test
	void signsWithTheKeyOfTheTemplate() throws Exception {
		String key = "0123456789abcdef0123456789abcdef";
		this.clerk.call("POST", "/jwt_templates", Map.of("name", "own", "claims", Map.of(), "custom_signing_key", true,
				"signing_algorithm", "HS256", "signing_key", key));
		SignedJWT token = SignedJWT.parse(this.clerk.templateToken(this.ada, "own").expired().mint());
		assertThat(token.verify(new MACVerifier(key))).isTrue();
		assertThatIllegalStateException()
			.isThrownBy(() -> this.clerk.templateToken(this.ada, "own").signedByStranger().mint())
			.withMessageContaining("own key");
	}

	@Test
	void takesTheOrganizationOfTheSession() {
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, this.ada, "org:admin");
		this.clerk.call("POST", "/jwt_templates", Map.of("name", "t", "claims", Map.of("org", "{{org.id}}")));
		assertThat(this.control
			.post("/tokens/template", Map.of("user_id", this.ada, "template", "t", "organization_id", acme))
			.at("/claims/org")
			.asString()).isEqualTo(acme);
		assertThat(
				this.control
					.fails(400, "POST", "/tokens/template",
							Map.of("user_id", this.ada, "template", "t", "organization_id", acme, "session_id",
									"sess_x"))
					.code())
			.isEqualTo("token_impossible");
	}

	@Test
	void mintsTokensOfMachines() {
		JsonNode opaque = this.control.post("/tokens/machine",
				Map.of("machine_id", "mch_a", "scopes", List.of("mch_b"), "claims", Map.of("tenant", "acme")));
		assertThat(opaque.get("token").asString()).startsWith("mt_");
		assertThat(opaque.get("claims").isNull()).isTrue();
		JsonNode signed = this.control.post("/tokens/machine", Map.of("machine_id", "mch_a", "format", "jwt"));
		assertThat(signed.at("/claims/sub").asString()).isEqualTo("mch_a");
	}

	@Test
	void mintsTokensOfOAuthApplications() {
		JsonNode signed = this.control.post("/tokens/oauth",
				Map.of("user_id", this.ada, "client_id", "client_a", "scopes", List.of("profile")));
		assertThat(signed.at("/claims/scope").asString()).isEqualTo("profile");
		assertThat(signed.at("/header/typ").asString()).isEqualTo("at+jwt");
		JsonNode opaque = this.control.post("/tokens/oauth",
				Map.of("user_id", this.ada, "client_id", "client_a", "format", "opaque", "revoked", true));
		assertThat(opaque.get("token").asString()).startsWith("oat_");
	}

	@Test
	void mintsApiKeys() {
		String secret = this.control
			.post("/tokens/api_key", Map.of("subject", this.ada, "name", "Build", "scopes", List.of("invoices:read"),
					"claims", Map.of("tenant", "acme"), "expires_in", 300))
			.get("token")
			.asString();
		assertThat(secret).startsWith("ak_");
		assertThat(this.clerk.call("POST", "/api_keys/verify", Map.of("secret", secret))).containsEntry("name", "Build")
			.containsEntry("scopes", List.of("invoices:read"));
	}

	@Test
	void usesUpTickets() {
		Object ticket = this.clerk.call("POST", "/sign_in_tokens", Map.of("user_id", this.ada)).get("token");
		assertThat(this.control.post("/tokens/redeem", Map.of("ticket", ticket)).get("session_id").asString())
			.startsWith("sess_");
		assertThat(this.control.fails(400, "POST", "/tokens/redeem", Map.of("ticket", ticket)).code())
			.isEqualTo("sign_in_token_already_used_code");
		assertThat(this.control.fails(422, "POST", "/tokens/redeem", Map.of()).parameter()).isEqualTo("ticket");
	}

	@Test
	void signsPeopleUp() {
		String signUp = this.control.post("/sign_ups", Map.of("email_address", "eve@example.com")).get("id").asString();
		assertThat(this.control.post("/sign_ups/" + signUp + "/complete", null).get("session_id").asString())
			.startsWith("sess_");
		assertThat(this.clerk.call("GET", "/users/count", null)).containsEntry("total_count", 2);
	}

	@ParameterizedTest
	@CsvSource({ "session, user_id, {}", "session, userId, '{\"user_id\":\"u\",\"userId\":\"u\"}'",
			"session, version, '{\"user_id\":\"u\",\"version\":3}'",
			"session, permissions, '{\"user_id\":\"u\",\"permissions\":\"org:a:b\"}'",
			"session, expires_in, '{\"user_id\":\"u\",\"expires_in\":\"60\"}'",
			"session, format, '{\"user_id\":\"u\",\"format\":\"opaque\"}'",
			"machine, format, '{\"machine_id\":\"m\",\"format\":\"saml\"}'", "oauth, client_id, {\"user_id\":\"u\"}",
			"api_key, header, '{\"subject\":\"u\",\"header\":{}}'", "template, template, {\"user_id\":\"u\"}" })
	void namesTheFieldThatIsWrong(String kind, String field, String body) {
		assertThat(this.control.fails(422, "POST", "/tokens/" + kind, body).parameter()).isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource({ "machine, '{\"machine_id\":\"m\",\"signed_by_stranger\":true}', jwt()",
			"machine, '{\"machine_id\":\"m\",\"format\":\"jwt\",\"revoked\":true}', opaque()",
			"session, '{\"user_id\":\"u\",\"header\":{\"alg\":\"XS256\"}}', XS256" })
	void saysWhatDoesNotGoTogether(String kind, String body, String message) {
		ControlTester.Failure failure = this.control.fails(400, "POST", "/tokens/" + kind, body);
		assertThat(failure.code()).isEqualTo("token_impossible");
		assertThat(failure.message()).contains(message);
	}

	@Test
	void saysThatThereIsNoSuchTemplate() {
		assertThat(this.control.fails(404, "POST", "/tokens/template", Map.of("user_id", this.ada, "template", "none"))
			.message()).contains("none");
	}

	private JsonNode mint(String flag) {
		return this.control.post("/tokens/session", Map.of("user_id", this.ada, flag, true));
	}

	private boolean verified(JsonNode minted) throws Exception {
		SignedJWT token = SignedJWT.parse(minted.get("token").asString());
		JWKSet keys = JWKSet.load(URI.create(this.clerk.jwksUrl()).toURL());
		return token.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()));
	}

}
