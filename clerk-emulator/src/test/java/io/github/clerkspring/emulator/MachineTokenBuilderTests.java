package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the builders of M2M tokens, access tokens and API keys.
 */
class MachineTokenBuilderTests {

	private static final String BILLING = "mch_billing00000000000000000000";

	private static final String STORAGE = "mch_storage00000000000000000000";

	private static final String ADA = "user_ada000000000000000000000000";

	private final ApiTester api = ApiTester.start();

	private final ClerkEmulator clerk = this.api.emulator();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void machineTokenIsOpaqueUnlessAskedOtherwise() {
		String token = this.clerk.machineToken(BILLING).scopes(STORAGE).claim("tenant", "acme").mint();
		JsonNode verified = this.api.post("/m2m_tokens/verify", Map.of("token", token));
		assertThat(verified.get("subject").asString()).isEqualTo(BILLING);
		assertThat(verified.at("/scopes/0").asString()).isEqualTo(STORAGE);
		assertThat(verified.at("/claims/tenant").asString()).isEqualTo("acme");
	}

	@Test
	void machineTokenTakesScopesAndLifetimeOfItsMachine() throws Exception {
		String storage = this.api.post("/machines", Map.of("name", "Storage")).get("id").asString();
		String billing = this.api
			.post("/machines", Map.of("name", "Billing", "scoped_machines", List.of(storage), "default_token_ttl", 120))
			.get("id")
			.asString();
		JWTClaimsSet claims = verified(this.clerk.machineToken(billing).jwt().mint()).getJWTClaimsSet();
		assertThat(claims.getAudience()).containsExactly(storage);
		assertThat(lifetime(claims)).isEqualTo(Duration.ofSeconds(120));
		assertThat(claims.getIssuer()).isEqualTo(this.clerk.issuer());
	}

	@Test
	void opaqueTokensCanBeExpiredOrRevoked() {
		for (String token : List.of(this.clerk.machineToken("mch_a").expired().mint(),
				this.clerk.machineToken("mch_a").revoked().mint())) {
			this.api.fails(404, "resource_not_found", "POST", "/m2m_tokens/verify", Map.of("token", token));
		}
		for (String token : List.of(this.clerk.oauthToken("user_a", "c").opaque().expired().mint(),
				this.clerk.oauthToken("user_a", "c").opaque().revoked().mint())) {
			this.api.fails(404, "resource_not_found", "POST", "/oauth_applications/access_tokens/verify",
					Map.of("access_token", token));
		}
	}

	@Test
	void accessTokenIsSignedUnlessAskedOtherwise() throws Exception {
		SignedJWT token = verified(this.clerk.oauthToken("user_ada", "client")
			.scopes("profile", "openid")
			.claim("aud", "https://api.example.com")
			.mint());
		assertThat(token.getHeader().getType()).hasToString("at+jwt");
		assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("user_ada");
		assertThat(token.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo("client");
		assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("profile openid");
		assertThat(token.getJWTClaimsSet().getJWTID()).matches("oat_[0-9a-f]{32}");
		assertThat(lifetime(token.getJWTClaimsSet())).isEqualTo(Duration.ofDays(1));
	}

	@Test
	void signedTokensCanBeWrong() throws Exception {
		JWTClaimsSet early = verified(this.clerk.machineToken("mch_a").jwt().notYetValid().mint()).getJWTClaimsSet();
		assertThat(early.getNotBeforeTime()).isAfter(Date.from(this.clerk.clock().instant()));
		SignedJWT strange = SignedJWT.parse(this.clerk.oauthToken("user_a", "c").signedByStranger().mint());
		assertThat(strange.verify(new RSASSAVerifier(key(strange)))).isFalse();
		assertThat(SignedJWT.parse(this.clerk.machineToken("mch_a").jwt().header("cat", null).mint())
			.getHeader()
			.getCustomParams()).doesNotContainKey("cat");
	}

	@Test
	void machineTokenWithoutScopesHasNoAudience() throws Exception {
		JWTClaimsSet claims = verified(this.clerk.machineToken("mch_a").jwt().mint()).getJWTClaimsSet();
		assertThat(claims.getClaims()).doesNotContainKeys("aud", "scopes");
	}

	@Test
	void refusesWhatDoesNotGoTogether() {
		assertThatIllegalStateException().isThrownBy(() -> this.clerk.machineToken("mch_a").jwt().revoked().mint())
			.withMessageContaining("opaque()");
		assertThatIllegalStateException().isThrownBy(() -> this.clerk.machineToken("mch_a").signedByStranger().mint())
			.withMessageContaining("jwt()");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.clerk.oauthToken("user_a", "c").opaque().claim("tenant", "x").mint())
			.withMessageContaining("jwt()");
	}

	@Test
	void apiKeyIsValidByDefault() {
		String good = this.clerk.apiKey(ADA).name("Robot").scopes("a", "b").claim("tenant", "acme").mint();
		JsonNode verified = this.api.post("/api_keys/verify", Map.of("secret", good));
		assertThat(verified.get("name").asString()).isEqualTo("Robot");
		assertThat(verified.get("scopes")).hasSize(2);
		assertThat(verified.get("expiration").isNull()).isTrue();
		for (String bad : List.of(this.clerk.apiKey(ADA).expired().mint(), this.clerk.apiKey(ADA).revoked().mint())) {
			this.api.fails(404, "resource_not_found", "POST", "/api_keys/verify", Map.of("secret", bad));
		}
	}

	private SignedJWT verified(String token) throws Exception {
		SignedJWT parsed = SignedJWT.parse(token);
		assertThat(parsed.verify(new RSASSAVerifier(key(parsed)))).isTrue();
		return parsed;
	}

	private RSAKey key(SignedJWT token) throws Exception {
		return JWKSet.parse(this.api.get("/jwks").toString()).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
	}

	private static Duration lifetime(JWTClaimsSet claims) {
		return Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
	}

}
