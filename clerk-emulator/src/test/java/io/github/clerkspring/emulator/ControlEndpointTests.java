package io.github.clerkspring.emulator;

import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ControlEndpoint}.
 */
class ControlEndpointTests {

	private final ControlTester control = ControlTester.start();

	@AfterEach
	void close() {
		this.control.close();
	}

	@Test
	void tellsThatItRuns() {
		assertThat(this.control.get("/health").get("status").asString()).isEqualTo("up");
	}

	@Test
	void tellsWhatToConfigure() throws Exception {
		JsonNode instance = this.control.get("/instance");
		assertThat(instance.get("base_url").asString()).isEqualTo(this.control.emulator().baseUrl());
		assertThat(instance.get("secret_key").asString()).isEqualTo(this.control.emulator().secretKey());
		assertThat(instance.propertyNames()).contains("publishable_key", "issuer", "jwks_url", "version");
		String pem = instance.get("jwt_key").asString();
		String token = this.control.emulator().sessionToken("user_ada").mint();
		assertThat(
				SignedJWT.parse(token)
					.verify(new RSASSAVerifier(
							(RSAPublicKey) KeyFactory.getInstance("RSA")
								.generatePublic(new X509EncodedKeySpec(
										Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")))))))
			.isTrue();
	}

	@Test
	void startsAnew() {
		this.control.emulator().users().create("ada@example.com");
		this.control.emulator().failNext(Fault.status(500));
		this.control.emulator().clock().set(Instant.EPOCH);
		this.control.post("/reset", null);
		assertThat(this.control.emulator().call("GET", "/users/count", null)).containsEntry("total_count", 0);
		assertThat(this.control.get("/faults").get("total_count").asInt()).isZero();
		assertThat(this.control.emulator().clock().instant()).isAfter(Instant.EPOCH);
	}

	@Test
	void refusesFieldsThatItDoesNotKnow() {
		assertThat(this.control.fails(422, "POST", "/reset", Map.of("hard", true)).parameter()).isEqualTo("hard");
		assertThat(this.control.fails(400, "POST", "/reset", "[]").code()).isEqualTo("request_body_invalid");
	}

	@Test
	void isNeitherRecordedNorSubjectToFaults() {
		this.control.emulator().failNext(Fault.status(500));
		this.control.get("/health");
		assertThat(this.control.emulator().requests()).isEmpty();
	}

	@Test
	void knowsOnlyWhatItKnows() {
		assertThat(this.control.fails(404, "GET", "/unknown", null).code()).isEqualTo("resource_not_found");
		assertThat(this.control.fails(404, "PATCH", "/health", null).code()).isEqualTo("resource_not_found");
	}

}
