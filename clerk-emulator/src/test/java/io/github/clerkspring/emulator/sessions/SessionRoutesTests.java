package io.github.clerkspring.emulator.sessions;

import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of sessions, clients and keys.
 */
class SessionRoutesTests {

	private final ApiTester api = ApiTester.start();

	private final String ada = this.api.emulator().users().create("ada@example.com");

	private final JsonNode session = this.api.post("/sessions", Map.of("user_id", this.ada));

	private final String path = "/sessions/" + this.session.get("id").asString();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void listsAndRevokesSessions() {
		assertThat(this.api.get("/sessions?status=active&user_id=" + this.ada)).hasSize(1);
		assertThat(this.api.get("/sessions?paginated=true").get("total_count").intValue()).isOne();
		assertThat(this.api.post(this.path + "/revoke", null).get("status").asString()).isEqualTo("revoked");
		this.api.fails(401, "authentication_invalid", "POST", this.path + "/tokens", null);
	}

	@Test
	void givesTokensWithTheAskedLifetime() throws Exception {
		String jwt = this.api.post(this.path + "/tokens", Map.of("expires_in_seconds", 600)).get("jwt").asString();
		SignedJWT token = SignedJWT.parse(jwt);
		assertThat(token.getHeader().getCustomParam("cat")).isEqualTo("cl_B7d4PD111AAA");
		assertThat(token.getJWTClaimsSet().getStringClaim("sid")).isEqualTo(this.session.get("id").asString());
		long lifetime = token.getJWTClaimsSet().getExpirationTime().getTime()
				- token.getJWTClaimsSet().getIssueTime().getTime();
		assertThat(lifetime).isEqualTo(600_000);
		this.api.fails(422, "form_param_value_invalid", "POST", this.path + "/tokens", Map.of("expires_in_seconds", 5));
	}

	@Test
	void refusesTemplateThatIsNotThere() {
		this.api.fails(404, "resource_not_found", "POST", this.path + "/tokens/none", null);
	}

	@Test
	void refreshesTokenForTheSameParty() throws Exception {
		Map<String, String> body = new HashMap<>(refresh(this.api.emulator().refreshToken(id())));
		String jwt = this.api.post(this.path + "/refresh", body).get("jwt").asString();
		assertThat(SignedJWT.parse(jwt).getJWTClaimsSet().getStringClaim("azp")).isEqualTo("https://app.example.com");
		body.put("format", "cookie");
		assertThat(this.api.post(this.path + "/refresh", body).get("cookies")).hasSize(1);
		JsonNode cookies = this.api.post(this.path + "/refresh?suffixed_cookies=true", body).get("cookies");
		assertThat(cookies.get(0).asString()).startsWith("__session=ey");
		assertThat(cookies.get(1).asString()).startsWith("__session_OcHvrhdF=ey");
	}

	@Test
	void refusesRefreshThatDoesNotFit() {
		Map<String, String> body = refresh("wrong");
		this.api.fails(401, "refresh_token_not_found", "POST", this.path + "/refresh", body);
		this.api.fails(401, "expired_session_token_invalid", "POST", this.path + "/refresh",
				Map.of("expired_token", "x.y.z", "refresh_token", "r", "request_origin", "o"));
	}

	@Test
	void showsAndVerifiesClients() {
		String client = this.session.get("client_id").asString();
		assertThat(this.api.get("/clients/" + client).at("/session_ids/0")).isEqualTo(this.session.get("id"));
		assertThat(this.api.get("/clients")).hasSize(1);
		String jwt = this.api.post(this.path + "/tokens", null).get("jwt").asString();
		assertThat(this.api.post("/clients/verify", Map.of("token", jwt)).get("id").asString()).isEqualTo(client);
		this.api.post(this.path + "/verify", Map.of("token", jwt));
	}

	@Test
	void publishesKeysWithoutPrivateHalves() {
		JsonNode keys = this.api.get("/jwks").get("keys");
		assertThat(keys).hasSize(1);
		assertThat(keys.get(0).propertyNames()).contains("kid", "n", "e").doesNotContain("d", "p", "q");
	}

	@Test
	void exchangesHandshakeNonceOnce() {
		String nonce = this.api.emulator().handshakeNonce(id());
		JsonNode directives = this.api.get("/clients/handshake_payload?nonce=" + nonce).get("directives");
		assertThat(directives.get(0).asString()).startsWith("__session=ey");
		assertThat(directives.get(1).asString()).startsWith("__client_uat=");
		this.api.fails(404, "resource_not_found", "GET", "/clients/handshake_payload?nonce=" + nonce, null);
		this.api.fails(400, "missing_query_parameter", "GET", "/clients/handshake_payload", null);
	}

	@Test
	void handshakeNamesItsParty() throws Exception {
		String party = "https://app.example.com";
		String nonce = this.api
			.call("POST", "/__emulator/sessions/" + id() + "/handshake", "{\"authorized_party\":\"" + party + "\"}")
			.get("nonce")
			.asString();
		String cookie = this.api.get("/clients/handshake_payload?nonce=" + nonce).at("/directives/0").asString();
		String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
		assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("azp")).isEqualTo(party);
	}

	private Map<String, String> refresh(String refreshToken) {
		String party = "https://app.example.com";
		String token = this.api.emulator().sessionToken(this.ada).session(id()).authorizedParty(party).expired().mint();
		return Map.of("expired_token", token, "refresh_token", refreshToken, "request_origin", party);
	}

	private String id() {
		return this.session.get("id").asString();
	}

}
