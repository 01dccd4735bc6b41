package io.github.clerkspring.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.HttpResources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ClerkEmulator}.
 */
class ClerkEmulatorTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private final ClerkEmulator clerk = ClerkEmulator.start();

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@Test
	void answersWithPlainJsonAndWithoutCharset() throws Exception {
		HttpResponse<String> answer = get("/v1/users", this.clerk.secretKey());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(answer.body()).isEqualTo("[]");
	}

	@Test
	void refusesAnotherKeyWithClerksCode() throws Exception {
		HttpResponse<String> answer = get("/v1/users", "sk_test_other");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("clerk_key_invalid", "clerk_trace_id");
	}

	@Test
	void refusesUnknownApiVersion() throws Exception {
		HttpRequest request = request("/v1/users", this.clerk.secretKey()).header("Clerk-API-Version", "1999-01-01")
			.build();
		assertThat(send(request).statusCode()).isEqualTo(400);
	}

	@Test
	void signsTokensThatThePublishedKeysVerify() throws Exception {
		String user = this.clerk.users().create("ada@example.com");
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().role("org:accountant", "org:invoices:read", "org:teams:manage");
		this.clerk.organizations().addMember(acme, user, "org:accountant");
		SignedJWT token = SignedJWT.parse(this.clerk.sessionToken(user).organization(acme).mint());
		assertThat(verified(token)).isTrue();
		assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(this.clerk.issuer());
		assertThat(token.getJWTClaimsSet().getClaim("fea")).isEqualTo("o:invoices,o:teams");
		assertThat(token.getJWTClaimsSet().getJSONObjectClaim("o"))
			.containsAllEntriesOf(Map.of("id", acme, "rol", "accountant", "per", "read,manage", "fpm", "1,2"));
	}

	@Test
	void writesVersionOneClaims() throws Exception {
		String user = this.clerk.users().create("ada@example.com");
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, user, "org:admin");
		SignedJWT token = SignedJWT.parse(this.clerk.sessionToken(user).organization(acme).version(1).mint());
		assertThat(token.getJWTClaimsSet().getClaims()).containsEntry("org_id", acme)
			.containsEntry("org_role", "org:admin")
			.doesNotContainKeys("v", "o");
	}

	@Test
	void signsWithAnotherKeyAfterRotation() throws Exception {
		String user = this.clerk.users().create("ada@example.com");
		SignedJWT before = SignedJWT.parse(this.clerk.sessionToken(user).mint());
		this.clerk.rotateKeys();
		SignedJWT after = SignedJWT.parse(this.clerk.sessionToken(user).mint());
		assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
		assertThat(verified(before)).isTrue();
		assertThat(verified(after)).isTrue();
	}

	@Test
	void mintsInvalidTokens() throws Exception {
		String user = this.clerk.users().create("ada@example.com");
		SignedJWT expired = SignedJWT.parse(this.clerk.sessionToken(user).expired().mint());
		assertThat(expired.getJWTClaimsSet().getExpirationTime()).isBefore(this.clerk.clock().instant());
		assertThat(verified(SignedJWT.parse(this.clerk.sessionToken(user).signedByStranger().mint()))).isFalse();
		assertThat(this.clerk.sessionToken(user).header("alg", "none").mint()).endsWith(".");
	}

	@Test
	void stampsAndExpiresByItsOwnClock() {
		Instant start = Instant.parse("2030-01-01T00:00:00Z");
		this.clerk.clock().set(start);
		String user = this.clerk.users().create("ada@example.com");
		assertThat(this.clerk.users().get(user)).containsEntry("created_at", start.toEpochMilli());
		Map<String, ?> session = this.clerk.call("POST", "/sessions", Map.of("user_id", user));
		this.clerk.clock().advance(Duration.ofDays(8));
		assertThat(this.clerk.call("GET", "/sessions/" + session.get("id"), null)).containsEntry("status", "expired");
	}

	@Test
	void faultEndsAfterItsNumberOfTimes() throws Exception {
		this.clerk.failNext(Fault.status(429).retryAfter(Duration.ofSeconds(2)).on("GET /users"));
		assertThat(get("/v1/organizations", this.clerk.secretKey()).statusCode()).isEqualTo(200);
		HttpResponse<String> failed = get("/v1/users", this.clerk.secretKey());
		assertThat(failed.statusCode()).isEqualTo(429);
		assertThat(failed.headers().firstValue("Retry-After")).hasValue("2");
		assertThat(get("/v1/users", this.clerk.secretKey()).statusCode()).isEqualTo(200);
	}

	@Test
	void faultsBreakConnectionsAndBodies() throws Exception {
		this.clerk.failNext(Fault.brokenConnection().times(10));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> get("/v1/users", this.clerk.secretKey()));
		this.clerk.reset();
		this.clerk.failNext(Fault.truncatedBody());
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> get("/v1/users", this.clerk.secretKey()));
		this.clerk.failNext(Fault.oversizedBody());
		assertThat(get("/v1/users", this.clerk.secretKey()).body().length()).isGreaterThan(16_000_000);
	}

	@Test
	void recordsRequestsWithoutCredentials() throws Exception {
		get("/v1/users?limit=2", this.clerk.secretKey());
		assertThat(this.clerk.requests()).singleElement().satisfies((request) -> {
			assertThat(request.operation()).isEqualTo("GET /users");
			assertThat(request.query()).containsKey("limit");
			assertThat(request.headers()).doesNotContainKey("authorization");
			assertThat(request.status()).isEqualTo(200);
		});
	}

	@Test
	void forgetsEverythingAtReset() {
		String user = this.clerk.users().create("ada@example.com");
		this.clerk.reset();
		assertThat(this.clerk.call("GET", "/users", null)).extractingByKey("data").asList().isEmpty();
		assertThat(user).startsWith("user_").hasSize(32);
	}

	@Test
	void answersOnWhenAnApplicationDisposesOfTheSharedEventLoops() throws Exception {
		HttpResources.disposeLoopsAndConnectionsLater(Duration.ZERO, Duration.ofSeconds(5))
			.block(Duration.ofSeconds(30));
		assertThat(get("/v1/users", this.clerk.secretKey()).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesKeysOfRealInstances() {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkEmulatorOptions.defaults().secretKey("sk_live_abc"))
			.withMessageNotContaining("abc");
	}

	private boolean verified(SignedJWT token) throws Exception {
		JWKSet keys = JWKSet.load(URI.create(this.clerk.jwksUrl()).toURL());
		return token.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()));
	}

	private HttpResponse<String> get(String path, String key) throws Exception {
		return send(request(path, key).build());
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path, String key) {
		return HttpRequest.newBuilder(URI.create(this.clerk.baseUrl() + path)).header("Authorization", "Bearer " + key);
	}

}
