package io.github.clerkspring.emulator.sessions;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for JWT templates and the tokens that are made of them.
 */
class JwtTemplateRoutesTests {

	private static final String SECRET = "a secret that is longer than thirty-two bytes";

	private final ApiTester api = ApiTester.start();

	private final String ada = this.api.emulator()
		.users()
		.create((user) -> user.emailAddress("ada@example.com")
			.firstName("Ada")
			.publicMetadata(Map.of("age", 36, "likes", List.of("maths"))));

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void createsShowsChangesAndDeletes() {
		JsonNode created = this.api.post("/jwt_templates", Map.of("name", "hasura", "claims", Map.of("a", 1)));
		assertThat(created.get("lifetime").intValue()).isEqualTo(60);
		assertThat(created.get("allowed_clock_skew").intValue()).isEqualTo(5);
		assertThat(created.get("signing_algorithm").asString()).isEqualTo("RS256");
		String path = "/jwt_templates/" + created.get("id").asString();
		assertThat(this.api.get("/jwt_templates")).hasSize(1);
		assertThat(this.api.get("/jwt_templates?paginated=true").get("total_count").intValue()).isOne();
		JsonNode changed = this.api.patch(path,
				Map.of("name", "convex", "claims", Map.of("b", 2), "lifetime", 600, "allowed_clock_skew", 0));
		assertThat(changed.get("claims")).hasToString("{\"b\":2}");
		assertThat(this.api.get(path).get("lifetime").intValue()).isEqualTo(600);
		this.api.delete(path);
		this.api.fails(404, "resource_not_found", "GET", path, null);
	}

	@Test
	void refusesTemplatesThatCannotBe() {
		this.api.post("/jwt_templates", Map.of("name", "one", "claims", Map.of()));
		fails(422, "form_identifier_exists", Map.of("name", "one", "claims", Map.of()));
		fails(400, "jwt_template_reserved_claim", Map.of("name", "two", "claims", Map.of("sub", "me")));
		fails(422, "form_param_value_invalid", Map.of("name", "two", "claims", Map.of(), "lifetime", 29));
		fails(422, "form_conditional_param_missing",
				Map.of("name", "two", "claims", Map.of(), "custom_signing_key", true));
		fails(422, "form_param_value_invalid", Map.of("name", "two", "claims", Map.of(), "custom_signing_key", true,
				"signing_algorithm", "none", "signing_key", SECRET));
		fails(422, "form_param_format_invalid", Map.of("name", "two", "claims", Map.of(), "custom_signing_key", true,
				"signing_algorithm", "RS256", "signing_key", SECRET));
	}

	@Test
	void rendersShortcodesWithTheirTypes() throws Exception {
		this.api.post("/jwt_templates",
				Map.of("name", "all", "lifetime", 300, "claims",
						Map.of("email", "{{user.primary_email_address}}", "greeting",
								"Dear {{user.first_name}} {{user.last_name}}", "age",
								"{{user.public_metadata.none || user.public_metadata.age}}", "name",
								"{{user.last_name || 'Some || one'}}", "likes", "{{user.public_metadata.likes}}",
								"nested", Map.of("id", List.of("{{user.id}}", 1)), "none", "{{user.nothing}}", "flag",
								"{{user.banned || true}}")));
		JWTClaimsSet claims = token("all").getJWTClaimsSet();
		assertThat(claims.getStringClaim("email")).isEqualTo("ada@example.com");
		assertThat(claims.getStringClaim("greeting")).isEqualTo("Dear Ada null");
		assertThat(claims.getLongClaim("age")).isEqualTo(36);
		assertThat(claims.getStringClaim("name")).isEqualTo("Some || one");
		assertThat(claims.getStringListClaim("likes")).containsExactly("maths");
		assertThat(claims.getJSONObjectClaim("nested")).containsEntry("id", List.of(this.ada, 1L));
		assertThat(claims.getClaim("none")).isNull();
		assertThat(claims.getBooleanClaim("flag")).isTrue();
		assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()).isEqualTo(300_000);
		assertThat(claims.getIssueTime().getTime() - claims.getNotBeforeTime().getTime()).isEqualTo(5_000);
		assertThat(claims.getClaim("sid")).isNull();
	}

	@Test
	void privateMetadataStaysPrivate() throws Exception {
		this.api.patch("/users/" + this.ada + "/metadata", Map.of("private_metadata", Map.of("secret", "x")));
		this.api.post("/jwt_templates",
				Map.of("name", "leak", "claims", Map.of("leak", "{{user.private_metadata.secret}}")));
		assertThat(token("leak").getJWTClaimsSet().getClaim("leak")).isNull();
	}

	@Test
	void signsWithTheKeyOfTheTemplate() throws Exception {
		JsonNode template = this.api.post("/jwt_templates", Map.of("name", "own", "claims", Map.of(),
				"custom_signing_key", true, "signing_algorithm", "HS256", "signing_key", SECRET));
		assertThat(template.toString()).doesNotContain(SECRET);
		assertThat(token("own").verify(new MACVerifier(SECRET))).isTrue();
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		KeyPair pair = generator.generateKeyPair();
		String path = "/jwt_templates/" + template.get("id").asString();
		this.api.patch(path, Map.of("name", "own", "claims", Map.of(), "custom_signing_key", true, "signing_algorithm",
				"ES256", "signing_key", pem(pair)));
		assertThat(token("own").verify(new ECDSAVerifier((ECPublicKey) pair.getPublic()))).isTrue();
		this.api.patch(path, Map.of("name", "own", "claims", Map.of("kept", true)));
		assertThat(token("own").getHeader().getAlgorithm().getName()).isEqualTo("ES256");
		this.api.patch(path, Map.of("name", "own", "claims", Map.of(), "custom_signing_key", false));
		assertThat(token("own").getHeader().getAlgorithm().getName()).isEqualTo("RS256");
	}

	private static String pem(KeyPair pair) {
		return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
				+ "\n-----END PRIVATE KEY-----";
	}

	private SignedJWT token(String template) throws Exception {
		String session = this.api.post("/sessions", Map.of("user_id", this.ada)).get("id").asString();
		return SignedJWT
			.parse(this.api.post("/sessions/" + session + "/tokens/" + template, null).get("jwt").asString());
	}

	private void fails(int status, String code, Map<String, ?> body) {
		this.api.fails(status, code, "POST", "/jwt_templates", body);
	}

}
